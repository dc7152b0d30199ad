"""What a page may run: the text of a script comes in, its mark in a Content Security Policy goes out."""

from __future__ import annotations

import base64
import hashlib
from collections.abc import Iterable


def policy(scripts: Iterable[str] = ()) -> str:
    """The policy of a self-contained page: only these scripts run, nothing is fetched, whatever a label holds."""
    hashes = [f"'sha256-{base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()}'" for text in scripts]
    return "; ".join(
        (
            "default-src 'none'",
            *(["script-src " + " ".join(hashes)] if hashes else []),
            "style-src 'unsafe-inline'",
            "img-src data:",
            "base-uri 'none'",
            "form-action 'none'",
        )
    )
