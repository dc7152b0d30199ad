"""The documents: every link inside the project leads somewhere, and nothing names a machine or a package registry."""

from __future__ import annotations

import json
import os
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from urllib.parse import unquote

import pytest

ROOT = Path(__file__).resolve().parents[2]
#: Folders that are built or belong to tools.
ELSEWHERE = {"node_modules", "dist", "build", "sortie", "__pycache__"}
LINK = re.compile(r"!?\[(?:[^\[\]]|\[[^\[\]]*\])*\]\(\s*<?([^()\s<>]+(?:\([^()\s]*\))?)>?(?:\s+\"[^\"]*\")?\s*\)")
MACHINE = re.compile(r"(?<![\w.~:/-])/(?:work|tmp|home|root|Users|mnt|opt|private|media)(?=/|\b)|[A-Z]:\\\\?Users")


def pages(*endings: str) -> list[Path]:
    found = []
    for folder, inner, files in os.walk(ROOT):
        inner[:] = sorted(name for name in inner if not name.startswith(".") and name not in ELSEWHERE)
        found += [Path(folder) / name for name in sorted(files) if name.endswith(endings)]
    return found


def name_of(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()


def prose(path: Path) -> str:
    """The text of a page without its code."""
    text = path.read_text(encoding="utf-8")
    if path.suffix == ".ipynb":
        cells = json.loads(text)["cells"]
        text = "\n\n".join("".join(cell["source"]) for cell in cells if cell["cell_type"] == "markdown")
    text = re.sub(r"^(```+|~~~+).*?^\1\s*$", "", text, flags=re.M | re.S)
    return re.sub(r"(`+)(?!`).*?(?<!`)\1(?!`)", lambda m: "x" * len(m[0]), text)


def links(path: Path) -> Iterator[str]:
    yield from (match[1] for match in LINK.finditer(prose(path)))


@cache
def anchors(path: Path) -> set[str]:
    """The anchors a site such as GitHub gives the headings of a page."""
    found: set[str] = set()
    text = re.sub(r"^(```+|~~~+).*?^\1\s*$", "", path.read_text(encoding="utf-8"), flags=re.M | re.S)
    for match in re.finditer(r"^#{1,6}\s+(.*?)\s*#*$", text, flags=re.M):
        words = re.sub(r"\[([^\]]*)\]\([^)]*\)", r"\1", match[1])
        slug = re.sub(r"[^\w\- ]", "", words.lower()).replace(" ", "-")
        number, unique = 0, slug
        while unique in found:
            number += 1
            unique = f"{slug}-{number}"
        found.add(unique)
    return found


@pytest.mark.parametrize("page", pages(".md", ".ipynb"), ids=name_of)
def test_links_lead_somewhere(page: Path) -> None:
    broken = []
    for link in links(page):
        if re.match(r"[a-z][a-z0-9+.-]*:", link, re.I):
            continue
        target, _, anchor = unquote(link).partition("#")
        there = (page.parent / target).resolve() if target else page
        if not there.exists() or not there.is_relative_to(ROOT):
            broken.append(f"{link}: no such file in the project")
        elif anchor and there.suffix == ".md" and anchor not in anchors(there):
            broken.append(f"{link}: no such heading")
    assert not broken, f"{name_of(page)}:\n" + "\n".join(broken)


@pytest.mark.parametrize("page", pages(".md", ".ipynb", ".cff"), ids=name_of)
def test_nothing_of_a_machine(page: Path) -> None:
    for number, line in enumerate(page.read_text(encoding="utf-8").splitlines(), start=1):
        found = MACHINE.search(line)
        assert not found, f"{name_of(page)}:{number}: {found and found[0]!r} is a path of one machine"


def test_every_guide_is_in_the_list() -> None:
    listed = {(ROOT / "docs" / link.partition("#")[0]).resolve() for link in links(ROOT / "docs" / "README.md")}
    guides = {path for folder in ("guides", "reference") for path in (ROOT / "docs" / folder).glob("*.md")}
    assert sorted(map(name_of, guides - listed)) == []


def test_the_patterns_see() -> None:
    assert MACHINE.search("see " + "/".join(("", "home", "me", "x"))) and not MACHINE.search("docs/home/x")
    text = '[a](b.md) ![c](d.png "t") [e [f]](g.md#h) `[no](no.md)`'
    assert [m[1] for m in LINK.finditer(re.sub(r"`.*?`", "", text))] == ["b.md", "d.png", "g.md#h"]
