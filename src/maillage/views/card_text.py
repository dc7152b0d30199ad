"""Cards as text: a card comes in; markdown, or plain data for JSON, goes out.

A line is a run of segments, each a style and a text, so that a page, a terminal and a markdown file say the same words.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import fields, is_dataclass
from typing import Any

from maillage.naming.normalise import normalised
from maillage.views.card_model import Block, Card, Detail, Group, Line, Quote, Ref, Section
from maillage.views.words import words

#: In a text page, how many lines of a section are shown before the rest is counted; data formats give all.
MANY = 1000
Segments = list[tuple[str, str]]


def flat(text: str) -> str:
    """A text on one line, without control characters, which a terminal would obey."""
    return " ".join("".join(char if char.isprintable() or char.isspace() else "�" for char in text).split())


def quoted(text: str, lang: str) -> str:
    """A sentence between the quotation marks of the language."""
    return str(words(lang)["open"].format(flat(text)))


def refs_segments(refs: Iterable[Ref], lang: str) -> Segments:
    """Things and values, each with its kind where the name does not already say it, and its note."""
    out: Segments = []
    for ref in refs:
        if out:
            out.append(("", words(lang)["between"]))
        out.append(("name" if ref.iri else "value", flat(ref.text)))
        if ref.kind and not normalised(ref.text).startswith(normalised(ref.kind)):
            out.append(("kind", f", {_small(flat(ref.kind))}"))
        if ref.note:
            out.append(("kind", f" ({flat(ref.note)})"))
    return out


def _small(text: str) -> str:
    """The label of a class inside a sentence; an acronym keeps its capitals."""
    return text if text[1:2].isupper() else text[:1].lower() + text[1:]


def detail_segments(detail: Detail, lang: str) -> Segments:
    """A property and its values; kinds are left out, the property says what they are."""
    return [("label", heading_of(detail) + words(lang)["colon"]), *value_segments(detail, lang)]


def heading_of(detail: Detail) -> str:
    """What a property is called; a note that is true of all its values is said here, once."""
    note = _common(detail.values)
    return f"{detail.label} ({note})" if note else detail.label


def value_segments(detail: Detail, lang: str) -> Segments:
    """The values of a property, with what is true of some of them only."""
    return [(style, text) for style, text, _ in linked_segments(detail, lang)]


def linked_segments(detail: Detail, lang: str) -> list[tuple[str, str, str | None]]:
    """The same, each segment with the address it leads to, if any."""
    common = _common(detail.values)
    out: list[tuple[str, str, str | None]] = []
    for ref in detail.values:
        if out:
            out.append(("", words(lang)["between"], None))
        value, *note = refs_segments([Ref(ref.text, note="" if common else ref.note)], lang)
        out += [(*value, ref.address), *((*segment, None) for segment in note)]
    return out


def _common(refs: Iterable[Ref]) -> str:
    notes = {ref.note for ref in refs}
    return notes.pop() if len(notes) == 1 else ""


def line_segments(line: Line, group: Group, lang: str) -> Segments:
    """A claim: its ends, what must be said of it (always in words), when, and its details.

    The kinds of its ends are left out where the heading of the group or the claim itself says what it is about.
    """
    kinds = not line.lead and not (line.ends and line.ends[0][0].kind == group.title)
    parts: list[Segments] = []
    ends: Segments = []
    for refs in line.ends:
        shown = refs if kinds else [Ref(ref.text, ref.iri, "", ref.note) for ref in refs]
        ends += [*([("", " → ")] if ends else []), *refs_segments(shown, lang)]
    if ends:
        parts.append(ends)
    details = [detail_segments(detail, lang) for detail in line.details]
    if not ends and details:
        parts.append(details.pop(0))
    if line.marks:
        mark: Segments = [("mark", ", ".join(line.marks))]
        parts[-1:] = [[*parts[-1], ("", ", "), *mark]] if parts else [mark]
    if line.when:
        parts.append([("when", line.when)])
    parts += details
    out: Segments = [("lead", line.lead + words(lang)["colon"])] if line.lead else []
    for position, part in enumerate(parts):
        out += [*([("", words(lang)["between"])] if position else []), *part]
    return out


def where_segments(quote: Quote, lang: str) -> Segments:
    """Where a sentence stands: the document, the part, the characters."""
    say = words(lang)
    out: Segments = [("document", flat(quote.document.text))]
    if quote.part:
        out.append(("", f", {flat(quote.part)}"))
    if quote.start is not None and quote.end is not None:
        out.append(("place", ", " + say["characters"].format(quote.start, quote.end)))
    else:
        out.append(("place", f", {say['register']}"))
    return out


def heading(group: Group) -> str:
    """The heading of a group, with how many lines it has when there are several."""
    return flat(group.title) + (f" ({group.count})" if group.count > 1 else "")


def shown(section: Section, many: int | None = None) -> tuple[list[Group], int]:
    """The groups of a section cut after so many lines (`MANY`), and how many lines that leaves out."""
    groups: list[Group] = []
    room = MANY if many is None else many
    for group in section.groups:
        blocks: list[Block] = []
        for block in group.blocks:
            if room > 0:
                blocks.append(Block(block.lines[:room], block.quotes))
                room -= len(block.lines)
        if blocks:
            groups.append(Group(group.title, tuple(blocks), group.iri))
    return groups, section.count - sum(group.count for group in groups)


def to_markdown(card: Card) -> str:
    """The card as markdown; every name and sentence is escaped, none can become markup."""
    return re.sub(r"\n{3,}", "\n\n", "\n".join(_markdown(card))).rstrip() + "\n"


def _markdown(card: Card) -> Iterator[str]:
    say = words(card.lang)
    yield f"# {_escaped(flat(card.title))}"
    yield ""
    yield " · ".join([*(_escaped(kind.text) for kind in card.kinds), f"`{card.curie}`"])
    yield ""
    for detail in card.facts:
        yield "- " + _fact(detail, card.lang)
    if card.facts:
        yield ""
    for quote in card.quotes:
        yield _quote(quote, card.lang, "")
        yield ""
    if not (card.facts or card.quotes or card.sections):
        yield f"*{say['nothing']}*"
    for section in card.sections:
        yield f"## {_escaped(section.title)} ({section.count})"
        yield ""
        if section.note:
            yield f"*{_escaped(section.note)}*"
            yield ""
        groups, left = shown(section)
        for group in groups:
            if group.title:
                yield f"### {_escaped(heading(group))}"
                yield ""
            for block in group.blocks:
                for line in block.lines:
                    yield "- " + _styled(line_segments(line, group, card.lang))
                for quote in block.quotes:
                    yield ""
                    yield _quote(quote, card.lang, "  ")
                if block.quotes:
                    yield ""
            yield ""
        if left:
            yield say["more"].format(n=left)
            yield ""


def _fact(detail: Detail, lang: str) -> str:
    """A property and its values; a name that leads to an address is a link, an address written out needs none."""
    label = _styled([("label", heading_of(detail) + words(lang)["colon"])])
    values = (
        f"[{_escaped(text)}](<{_address(address)}>)" if address and text != address else _escaped(text)
        for _, text, address in linked_segments(detail, lang)
    )
    return label + "".join(values)


def _address(address: str) -> str:
    return address.replace(">", "%3E").replace("<", "%3C")


def _quote(quote: Quote, lang: str, indent: str) -> str:
    pieces = where_segments(quote, lang)
    where = "".join(_linked(text, quote) if style == "document" else _escaped(text) for style, text in pieces)
    return f"{indent}> {_escaped(quoted(quote.text, lang))} — {where}" if quote.text else f"{indent}> {where}"


def _linked(text: str, quote: Quote) -> str:
    if quote.source:
        return f"[{_escaped(text)}](<{_address(quote.source)}>)"
    return f"*{_escaped(text)}*"


def _styled(segments: Segments) -> str:
    out: list[str] = []
    for style, text in segments:
        core = _escaped(text, first=not out)
        out.append(f"**{core.strip()}**" + " " * core.endswith(" ") if style in ("mark", "lead") else core)
    return "".join(out)


def _escaped(text: str, first: bool = False) -> str:
    """`text` such that markdown reads it as it is; `first` on its line, where more signs count."""
    text = re.sub(r"([\\`*_\[\]<>|])", r"\\\1", text)
    return re.sub(r"^(\d*)([#+\-=~.)])", r"\1\\\2", text) if first else text


def to_dict(card: Card) -> dict[str, Any]:
    """The card as plain data: ``@id`` for IRIs, what is empty left out, claims with their sentences, nothing cut."""
    plain: dict[str, Any] = _plain(card)
    return plain


def _plain(value: Any) -> Any:
    if is_dataclass(value):
        pairs = ((field.name, _plain(getattr(value, field.name))) for field in fields(value))
        found = {"@id" if name == "iri" else name: item for name, item in pairs if item not in (None, "", [])}
        if isinstance(value, Section | Group):
            found["count"] = value.count
        return found
    if isinstance(value, tuple | list):
        return [_plain(item) for item in value]
    return value
