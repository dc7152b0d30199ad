"""What a card is made of: plain texts in one language, ready for any page; nothing comes in but words."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Ref:
    """Something said: a thing with its IRI and kind, or a literal; `note` says what must be added in words."""

    text: str
    iri: str | None = None
    kind: str = ""
    note: str = ""
    address: str | None = None


@dataclass(frozen=True)
class Detail:
    """A property in words and its values."""

    label: str
    values: tuple[Ref, ...]
    property: str = ""


@dataclass(frozen=True)
class Line:
    """One claim: what its two ends are (the thing of the card left out), what must be said of it, when, and details.

    `lead` says what kind of claim it is, where no heading does; `kind` and `tie` are IRIs.
    """

    iri: str
    kind: str
    tie: str
    ends: tuple[tuple[Ref, ...], ...]
    marks: tuple[str, ...] = ()
    when: str = ""
    details: tuple[Detail, ...] = ()
    lead: str = ""


@dataclass(frozen=True)
class Quote:
    """A sentence and where it is written; an empty text is a row of a register. Offsets are code points, 0-based."""

    iri: str
    text: str
    document: Ref
    part: str | None = None
    source: str | None = None
    start: int | None = None
    end: int | None = None


@dataclass(frozen=True)
class Block:
    """Lines that the same sentences prove, and those sentences, once."""

    lines: tuple[Line, ...]
    quotes: tuple[Quote, ...] = ()


@dataclass(frozen=True)
class Group:
    """Blocks under one heading, such as a role; the heading may be empty."""

    title: str
    blocks: tuple[Block, ...]
    iri: str | None = None

    @property
    def count(self) -> int:
        """How many lines."""
        return sum(len(block.lines) for block in self.blocks)


@dataclass(frozen=True)
class Section:
    """A part of the card: a class of claims, or the things that point at this one by a property."""

    title: str
    groups: tuple[Group, ...]
    about: str
    note: str = ""

    @property
    def count(self) -> int:
        """How many lines."""
        return sum(group.count for group in self.groups)


@dataclass(frozen=True)
class Card:
    """All that is shown of one thing, in one language.

    Attributes
    ----------
    iri, curie: of the thing.
    title: what people call it.
    kinds: its kinds, as the files state them.
    family: CURIE of the family its colour stands for, or empty.
    profiles: names of the profile queries it was made by.
    facts: what is said of it directly, row by row.
    quotes: the sentences of a quotation or claim.
    sections: claims and things around it.
    """

    iri: str
    curie: str
    title: str
    lang: str
    kinds: tuple[Ref, ...]
    family: str
    profiles: tuple[str, ...]
    facts: tuple[Detail, ...]
    quotes: tuple[Quote, ...]
    sections: tuple[Section, ...]
