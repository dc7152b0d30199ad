"""Memory: a former build of the same folder comes in; what of it still holds, when some files have changed, goes out.

A rule is not run again when no fact it reads or writes has changed; nor is a check that found nothing asked again. What
each rule derived is kept beside the index of the build, in the user's cache; without it everything is done anew.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from maillage.catalogue import Query
from maillage.pipeline.load import Loaded
from maillage.pipeline.reads import ANY, names_of, reads, touched

_QUIET = "quiet.json"


def digest(query: Query) -> str:
    """The SHA-256 of a query's text."""
    return hashlib.sha256(query.text.encode()).hexdigest()


class Memory:
    """What a former build derived and did not find, and what this one does."""

    def __init__(
        self,
        notes: Path | None = None,
        manifest: Mapping[str, Any] | None = None,
        statements: Mapping[str, list[bytes]] | None = None,
    ) -> None:
        """Of a former build: the folder of its notes, its manifest, its statements by named graph; nothing at first."""
        self._notes, self._manifest, self._former = notes, manifest or {}, statements or {}
        #: Named graph -> its statements now; the files that differ; the names of the facts that do.
        self.statements: dict[str, list[bytes]] = {}
        self.files: set[str] = set()
        self._changed: set[str] = set()
        self._derived: dict[str, bytes] = {}
        self._quiet: dict[str, str] = {}
        self._was_quiet: dict[str, str] = {}
        #: The rules run and the checks asked in this build.
        self.done: list[str] = []
        if notes is not None and (notes / _QUIET).is_file():
            self._was_quiet = json.loads((notes / _QUIET).read_bytes())

    @property
    def blank(self) -> bool:
        """Whether nothing is known of a former build."""
        return self._notes is None

    def compare(self, loaded: Loaded, rules: Sequence[Query]) -> None:
        """Note which files differ from those of the former build, and the names of the facts that do."""
        inputs: dict[str, str] = self._manifest.get("inputs", {})
        for source in loaded.sources.values():
            if inputs.get(source.graph) == source.sha256:
                self.statements[source.graph] = self._former[source.graph]
            else:
                self.statements[source.graph] = source.statements
                self.files.add(source.graph)
        self.files |= set(inputs) - set(loaded.sources)
        if self.blank:
            self._changed.add(ANY)
            return
        for graph in self.files:
            self._changed |= names_of(set(self.statements.get(graph, [])) ^ set(self._former.get(graph, [])))
        for gone in set(self._manifest["rules"]) - {rule.name for rule in rules}:
            self._changed |= names_of(self._was(gone).splitlines())

    def _was(self, name: str) -> bytes:
        path = None if self._notes is None else self._notes / f"{name}.nt"
        return path.read_bytes() if path is not None and path.is_file() else b""

    def _holds(self, query: Query) -> bool:
        return not self.blank and not touched(reads(query.text), self._changed)

    def recall(self, rule: Query) -> bytes | None:
        """What a rule derived, as N-Triples, when it still holds."""
        if self.blank or self._manifest["rules"].get(rule.name) != digest(rule) or not self._holds(rule):
            return None
        self._derived[rule.name] = self._was(rule.name)
        return self._derived[rule.name]

    def note(self, name: str, derived: bytes) -> None:
        """Keep what was derived, and note how it differs from what was."""
        self._derived[name] = derived
        self.done.append(name)
        was = self._was(name)
        if was != derived:
            self._changed |= names_of(set(derived.splitlines()) ^ set(was.splitlines()))

    def is_quiet(self, check: Query) -> bool:
        """Whether a check that found nothing need not be asked again."""
        quiet = self._was_quiet.get(check.name) == digest(check) and self._holds(check)
        if quiet:
            self._quiet[check.name] = digest(check)
        return quiet

    def asked(self, check: Query, rows: int) -> None:
        """Note that a check was asked, and whether it found nothing."""
        self.done.append(check.name)
        if not rows:
            self._quiet[check.name] = digest(check)

    def write(self, notes: Path) -> None:
        """Keep the notes of this build in a new folder, for the next."""
        notes.mkdir()
        for name, data in self._derived.items():
            (notes / f"{name}.nt").write_bytes(data)
        (notes / _QUIET).write_text(json.dumps(self._quiet, sort_keys=True), encoding="utf-8")
