"""What the validator of RO-Crate says of a folder: `python crate.py FOLDER SEVERITY` prints its findings as JSON.

Runs in the environment of install.sh. The context of RO-Crate, which the validator asks the network for, is the copy
that the library `rocrate` bears.
"""

from __future__ import annotations

import io
import json
import sys
import urllib.request
import urllib.response
from email.message import Message
from importlib.resources import files
from typing import Any

import requests
import urllib3
from rocrate_validator import models, services

CONTEXT = (files("rocrate") / "data" / "ro-crate.jsonld").read_bytes()


def answer(self: Any, request: requests.PreparedRequest, **_: Any) -> requests.Response:
    """The context for its address; nothing else can be reached."""
    if not str(request.url).startswith("https://w3id.org/ro/crate/"):
        raise requests.ConnectionError(f"not here: {request.url}")
    head = {"Content-Type": "application/ld+json"}
    raw = urllib3.HTTPResponse(
        io.BytesIO(CONTEXT), head, 200, preload_content=False, request_url=str(request.url), request_method="GET"
    )
    return self.build_response(request, raw)


class Here(urllib.request.HTTPSHandler):
    """The same for what asks through urllib."""

    def https_open(self, req: urllib.request.Request) -> Any:
        """The context, or no answer."""
        if not req.full_url.startswith("https://w3id.org/ro/crate/"):
            raise OSError(f"not here: {req.full_url}")
        head = Message()
        head["Content-Type"] = "application/ld+json"
        found = urllib.response.addinfourl(io.BytesIO(CONTEXT), head, req.full_url, 200)
        found.msg = "OK"  # type: ignore[attr-defined]
        return found


def main(folder: str, severity: str) -> None:
    """Validate, and print."""
    requests.adapters.HTTPAdapter.send = answer  # type: ignore[method-assign,assignment]
    urllib.request.install_opener(urllib.request.build_opener(Here))
    settings = services.ValidationSettings(
        rocrate_uri=models.URI(folder),
        profile_identifier="ro-crate-1.1",
        requirement_severity=models.Severity[severity],
    )
    result = services.validate(settings)
    print(
        json.dumps(
            [
                {"severity": issue.severity.name, "message": issue.message, "of": str(issue.violatingEntity or "")}
                for issue in result.get_issues()
            ]
        )
    )


if __name__ == "__main__":
    main(*sys.argv[1:])
