"""The page of a document: its IRI comes in; each claim beside its sentence, and what is not shown, go out."""

from __future__ import annotations

from dataclasses import dataclass, replace

from maillage.pages.kinds.carded import card_of, thing_page
from maillage.pages.kit.setting import Given, Setting
from maillage.pages.kit.wording import counted, words
from maillage.terms import DCT, MLG
from maillage.views.card_model import Card, Quote, Section
from maillage.views.words import words as card_words

#: Claims that the page shows before the rest is counted.
MANY = 120
_CLAIM = MLG + "Claim"
#: Width of the strip that shows where the quoted passages stand, and the least a passage takes of it.
_STRIP, _LEAST = 1000, 2


@dataclass(frozen=True)
class Strip:
    """Where the quoted passages stand in the text: (left, width) of each; `end` is the last character quoted."""

    passages: tuple[tuple[int, int], ...]
    end: int


def page(setting: Setting, iri: str, given: Given) -> bytes:
    """The page of a document or of a part of one."""
    whole = card_of(setting, iri)
    reading = next((section for section in whole.sections if section.about == _CLAIM), None)
    card = replace(whole, sections=tuple(section for section in whole.sections if section is not reading))
    quotes = _quotes(reading)
    return thing_page(
        setting,
        "document.html",
        card,
        _lead(setting, whole, reading.count if reading else 0, len(quotes)),
        many=MANY,
        reading=reading,
        strip=_strip(quotes),
        passages=len(quotes),
        licence_said=_texts(whole, DCT + "license"),
        source=_address(setting, iri),
        read_language=_language(setting, iri),
        csv=setting.addresses.rows("what-a-document-says", "csv", document=iri),
        whole=setting.addresses.question("what-a-document-says", document=iri),
    )


def _quotes(reading: Section | None) -> list[Quote]:
    """The quoted passages, each once, in the order of the text."""
    blocks = (block for group in (reading.groups if reading else ()) for block in group.blocks)
    found = {quote.iri: quote for block in blocks for quote in block.quotes if quote.text}
    return sorted(found.values(), key=lambda quote: (quote.start or 0, quote.end or 0, quote.iri))


def _strip(quotes: list[Quote]) -> Strip | None:
    placed = [(quote.start, quote.end) for quote in quotes if quote.start is not None and quote.end is not None]
    if not placed:
        return None
    first, last = min(start for start, _ in placed), max(end for _, end in placed)
    first = 0 if first < last / 4 else first
    scale = _STRIP / max(1, last - first)
    spans = {(round((s - first) * scale), max(_LEAST, round((e - s) * scale))) for s, e in placed}
    return Strip(tuple(sorted(spans)), last)


def _lead(setting: Setting, card: Card, claims: int, passages: int) -> str:
    """What it is, from whom, of when, and how much is read in it, in a sentence."""
    say = words("document", setting.lang)
    publishers = _texts(card, DCT + "publisher") or _texts(card, DCT + "creator")
    kinds = _texts(card, MLG + "documentType") or [kind.text for kind in card.kinds]
    issued = [ref.text for fact in card.facts if fact.property == DCT + "issued" for ref in fact.values]
    dated = [text for text in issued if any(char.isdigit() for char in text)]
    parts = [
        ", ".join(kinds),
        say["by"].format(", ".join(publishers)) if publishers else "",
        dated[0] if dated else "",
    ]
    what = ", ".join(filter(None, parts))
    said = counted(say["claims"], claims, setting.lang) if claims else say["silent"]
    quoted = counted(say["passages"], passages, setting.lang) if passages else ""
    return str(say["lead"].format(title=card.title, what=what, said=", ".join(filter(None, (said, quoted)))))


def _texts(card: Card, name: str) -> list[str]:
    """What is said by a property that is not left unsaid; publishers may be texts."""
    absent = card_words(card.lang)["unsaid"]
    return [ref.text for fact in card.facts if fact.property == name for ref in fact.values if ref.text != absent]


def _address(setting: Setting, iri: str) -> str:
    """Where the document is to be read, if it is said and leads to the web."""
    found = (triple.object.value for triple in setting.graph.built.store.values(iri, DCT + "source"))
    return min((one for one in found if one.lower().startswith(("https://", "http://"))), default="")


def _language(setting: Setting, iri: str) -> str:
    found = (triple.object.value for triple in setting.graph.built.store.values(iri, DCT + "language"))
    return min((one for one in found if one.isalpha()), default="fr")
