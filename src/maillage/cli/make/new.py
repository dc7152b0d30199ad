"""`maillage new document`: a text comes in, a Turtle file is begun in graph/documents/."""

from __future__ import annotations

import string
from pathlib import Path

from maillage.errors import MaillageError
from maillage.places import Places, shown, turtle_files
from maillage.things.files import write_atomically
from maillage.things.scaffold import oddities, scaffold, slug_of, split_parts
from maillage.things.text import excerpt, read_text
from maillage.things.turtle import read_turtle


def write_document(
    places: Places, path: Path, slug: str | None, title: str | None, language: str, split: str | None, lang: str = "fr"
) -> tuple[str, list[str]]:
    """Write the scaffold; returns its path as shown and what to know of the raw text.

    Raises
    ------
    MaillageError
        For a text that is missing, empty, not UTF-8 or already read, or a file that exists: nothing is overwritten.
    """
    if path.is_dir() or not path.exists():
        raise MaillageError("there is no such text file.", file=path, fix="Check the path.")
    if places.installed:
        raise MaillageError(
            "this is an installed copy, whose graph is not to be edited.",
            file=places.graph,
            fix="Run from a checkout of the project, or name a folder of yours with --graph.",
        )
    text = read_text(path)
    if not text.content.strip("\ufeff" + string.whitespace):
        raise MaillageError("this text is empty.", file=path, fix="Save the document's text in it.")
    for known in turtle_files(places.graph)[0]:
        if text.sha256.encode() in known.read_bytes():
            raise MaillageError("this text has been read already.", file=path, fix=f"See {shown(known)}.")
    title = title or excerpt(next(line for line in text.content.lstrip("\ufeff").splitlines() if line.strip()), 120)
    slug = slug_of(title) if slug is None else slug
    target = places.graph / "documents" / f"{slug}.ttl"
    if target.exists():
        raise MaillageError("this file exists already.", file=shown(target), fix="Choose another name with --slug.")
    parts = split_parts(text.content, split) if split else []
    content = scaffold(text, slug, title, language, parts, lang)
    read_turtle(target, content)
    write_atomically(target, content)
    return shown(target), oddities(text, lang)
