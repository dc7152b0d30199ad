"""A feed: its bytes come in; what RFC 4287 (Atom) finds wrong with it goes out."""

from __future__ import annotations

import re
import xml.etree.ElementTree as ET
from collections import Counter
from collections.abc import Iterator

_ATOM = "{http://www.w3.org/2005/Atom}"
_DATE = r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d)"
_IRI = r"[A-Za-z][A-Za-z0-9+.-]*:[^\s<>\"{}|\\^`]+"
#: Sections 4.1.1 and 4.1.2: what stands exactly once, in the feed and in each entry.
_ONCE = ("id", "title", "updated")


def faults(data: bytes) -> list[str]:
    """What is wrong, a few words each; none of a valid feed."""
    try:
        root = ET.fromstring(data)
    except ET.ParseError as error:
        return [f"XML: {error}"]
    if root.tag != f"{_ATOM}feed":
        return [f"<{root.tag}>"]
    entries = root.findall(f"{_ATOM}entry")
    out = list(_common(root, "feed"))
    if not _links(root, "self"):
        out.append("feed: link rel=self")
    if root.find(f"{_ATOM}author") is None and any(one.find(f"{_ATOM}author") is None for one in entries):
        out.append("feed: author")
    out += [f"{where}: author/name" for where, one in _all(root, entries) if not _authors_named(one)]
    for where, entry in _all(root, entries)[1:]:
        out += _common(entry, where)
        if entry.find(f"{_ATOM}content") is None and not _links(entry, "alternate"):
            out.append(f"{where}: content or link rel=alternate")
    ids = Counter(entry.findtext(f"{_ATOM}id", "").strip() for entry in entries)
    return out + [f"{name}: twice" for name, count in ids.items() if count > 1]


def _all(root: ET.Element, entries: list[ET.Element]) -> list[tuple[str, ET.Element]]:
    return [("feed", root), *((f"entry {number}", entry) for number, entry in enumerate(entries, 1))]


def _common(one: ET.Element, where: str) -> Iterator[str]:
    """What feed and entries have in common."""
    for name in _ONCE:
        found = one.findall(_ATOM + name)
        if len(found) != 1:
            yield f"{where}: {len(found)} {name}"
        elif name == "updated" and not re.fullmatch(_DATE, (found[0].text or "").strip()):
            yield f"{where}: updated {found[0].text}"
        elif name == "id" and not re.fullmatch(_IRI, (found[0].text or "").strip()):
            yield f"{where}: id {found[0].text}"
    for link in one.findall(f"{_ATOM}link"):
        if not link.get("href", "").strip():
            yield f"{where}: link without href"
    alike = Counter((link.get("type"), link.get("hreflang")) for link in _links(one, "alternate"))
    if any(count > 1 for count in alike.values()):
        yield f"{where}: two alternates of one type and language"


def _links(one: ET.Element, rel: str) -> list[ET.Element]:
    return [link for link in one.findall(f"{_ATOM}link") if link.get("rel", "alternate") == rel]


def _authors_named(one: ET.Element) -> bool:
    return all((author.findtext(f"{_ATOM}name") or "").strip() for author in one.findall(f"{_ATOM}author"))
