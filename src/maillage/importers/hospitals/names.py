"""Names of hospitals: what the survey writes in capitals comes in; a readable name, and that of a legal entity, go out.

The survey names sites only. The name of an entity is therefore a reading: that of its only site, or of its principal
one; the description says so. Where no site stands for the entity, its name is made of the word most of its sites begin
with (a brand: AURA, Diaverum), else of the principal site, with how many sites it runs and where: `Groupe AURA (18
sites, Île-de-France)`. Nothing is guessed of accents but for a short list of everyday words, and for the names of
the communes of the entity's sites, which the official geographic code spells; their initials are spelt out (`BLD`).
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from maillage.naming.normalise import normalised


def _list(text: str) -> list[str]:
    return text.split()


def _set(text: str) -> frozenset[str]:
    return frozenset(_list(text))


#: Tokens that stay in capitals.
_ACRONYMS = _set(
    """AAIR ADA ADAPT ADENE ADH ADIVA ADPC AGAHTIR AGDUC AHNAC AIDER AIRBP AJD ALTIR ANIDER APHM APHP AP-HP ARAR
    ARAUCO ARTIC ASA ASDR ASSAD ATIR ATIRRO ATUP AUB AURA AURAD AURAL AURAR AVODD BTP CATTP CHAM CHC CHD CHI
    CHIC CHICAS CHM CHNO CHPC CHR CHRU CHS CHU CHUV CH CIC CMCO CMP CMPR CMPP CPA CPP CRF CRRF CSAPA CSSR CIRAD
    CRFA CTS ECHO EHPAD ESSR EPS EPSAN EPSM EPSMD FSEF FSI GCS GHBA GHBS GHEF GHM GHPSO GHRMSA GHSIF GHT GHTLRRA
    GH GIE HAD HCL HDJ HIA HIC HIHL HJ HL HMV HNO HNE HNFC HP HU ICO IRR IUCT LADAPT LNA MCO MGEN MRC OHS PEP
    PHG PSLA PUPH SA SARL SAS SCM SISA SMR SMUR SODIA SOS SSR UAD UAM UDM UDMED UMD UGECAM URCAM USAP USLD USSAP
    VYV II III IV"""
)
_SMALL = _set("de du des la le les et en sur sous lès au aux à pour par un une dans d l")
#: Everyday words that the capitals rob of their accents, and abbreviations that hide a word.
_PAIRS = _list(
    """hopital hôpital hopitaux hôpitaux hop hôpital sante santé unite unité ctre centre readaptation réadaptation
    reeducation rééducation prive privé privee privée pole pôle medical médical medicale médicale medecine
    médecine sejour séjour departemental départemental hemodialyse hémodialyse radiotherapie radiothérapie
    geriatrie gériatrie geriatrique gériatrique psychotherapique psychothérapique therapeutique thérapeutique
    etablissement établissement specialise spécialisé specialisee spécialisée maternite maternité residence
    résidence regional régional general général generale générale medico médico cancerologie cancérologie
    readapt réadapt. ste Sainte st Saint pediatrique pédiatrique pediatrie pédiatrie fonct fonct. etab étab.
    reeduc rééduc. gerontologique gérontologique gerontologie gérontologie medipole médipôle hotel hôtel
    therapie thérapie armees armées communaute communauté prefiguration
    préfiguration cl clinique clq clinique polycl polyclinique polyclin polyclinique ctr centre
    inst institut dpt départemental mt Mont dr Dr"""
)
_WORDS = dict(zip(_PAIRS[::2], _PAIRS[1::2], strict=True))
_COMMON = _set(
    """centre clinique hôpital hôpitaux hospitalier hospitalière unité antenne service site annexe maison institut pôle
    établissement privé privée médical médicale médico soins suite long moyen séjour jour domicile
    hospitalisation dialyse autodialyse hémodialyse réadaptation rééducation convalescence cure post santé
    mentale gériatrie gériatrique psychiatrie psychiatrique chirurgie chirurgical chirurgicale radiothérapie
    oncologie cancérologie général régional départemental intercommunal intercommunale local spécialisé
    spécialisée spécialisés universitaire groupe groupement association résidence psychothérapique thérapeutique
    maternité enfants adolescents adultes mutualiste polyclinique pédiatrique gérontologique gérontologie
    médecine instruction armées communauté professionnelle territoriale pluriprofessionnelle pluridisciplinaire
    professionnels dispositif appui coordination préfiguration"""
)
_UNIT = re.compile(
    r"\b(USLD|HDJ|HAD|SSR|SMR|CMP|CATTP|ANTENNE|ANNEXE|UNITE|SMUR|AUTODIALYSE|DIALYSE|EHPAD|SERVICE|RESIDENCE|UAD|UDM"
    r"|HJ|LONG|MOYEN)\b"
)
_SITE = re.compile(r"\s*[-(/]?\s*\bSITE\b.*$|\s+-\s+.*$")
#: First words of a site's name that say its sort: no brand.
_SORTS = frozenset(normalised(word) for word in (*_COMMON, *_WORDS, *_WORDS.values())) | _set(
    """usld hdj had ssr smr cmp cattp ehpad crf crrf crfa cssr cmpr csmi ch chs chu chi gcs sas sa scm uad udm umd uam
    hj hl gh les le la l ant fondation autodial hemod dialyse ctmr clcc essr ehssr mecs ajd espace maisons nouvelle
    sectorisation rééducation eaux"""
)
#: Categories by which a site stands for its entity: university hospital, hospital, psychiatric, local, cancer, general.
_RANK = {
    code: rank
    for rank, code in enumerate(("101", "355", "292", "106", "131", "365", "128", "129", "161", "114", "109"))
}


@dataclass(frozen=True)
class Site:
    """What names a site: its number, name, category and legal status (1 public, 2 commercial, 3 private non-profit)."""

    finess: str
    name: str
    category: str
    status: str


def readable(raw: str, commune: str = "", towns: Iterable[str] = ()) -> str:
    """A name in capitals as people write it: `CH DE BOURG EN BRESSE` -> `CH de Bourg-en-Bresse`.

    Parameters
    ----------
    commune:
        The official name of the site's commune, spelt so where the name mentions it.
    towns:
        Those of all sites of its entity, whose initials are spelt out: `CH BLD FV` -> `CH Bar-le-Duc Fains-Véel`.
    """
    text = re.sub(r"\b((?:[A-Z]\.\s?){2,})", lambda m: m[1].replace(".", "").replace(" ", "") + " ", raw)
    text = re.sub(r"\bC ?H ?U\b(?= )", "CHU", text)
    text = " ".join(text.replace("’", "'").replace("`", "'").split())
    out: list[str] = []
    for word in re.split(r"([^\w.]+)", text):
        out.append(word if not word or not word[0].isalnum() else _word(word, first="".join(out).strip() == ""))
    name = "".join(out).strip(" -")
    name = re.sub(r"\b([DLdl])'\s*", lambda m: m[1].lower() + "'", name)
    name = re.sub(r"\b(l|d) (?=[AEIOUYHÉaeiouyhéâêîôû])", r"\1'", name)
    if commune:
        name = _spelt(name, commune)
    for town in sorted({commune, *towns}):
        initials = "".join(word[0] for word in re.findall(r"\w+", town)).upper()
        if len(initials) > 1 and _is_short(initials):
            name = re.sub(rf"\b{initials}\b", town, name)
    return name[:1].upper() + name[1:]


def _word(word: str, first: bool) -> str:
    if word in _ACRONYMS or re.search(r"\d", word) or _is_short(word):
        return word
    low = word.lower().rstrip(".") if word.lower().rstrip(".") in _WORDS else word.lower()
    low = _WORDS.get(low, low) if low != "a" or first else "à"
    if low in _SMALL or low in _COMMON or (low.endswith(".") and not first):
        return low
    return low[:1].upper() + low[1:]


def _is_short(word: str) -> bool:
    """Whether a word in capitals is a short form nobody reads as a word: it has no vowel."""
    return len(word) > 1 and word.isupper() and word.lower() not in _WORDS and not re.search("[AEIOUYÀÂÉÈÊÎÔÛ.]", word)


def _spelt(name: str, commune: str) -> str:
    """The official spelling of the commune where the name holds it, whatever its hyphens and accents."""
    tokens = re.findall(r"\w+", commune)
    if not tokens:
        return name
    wanted = [normalised(token) for token in tokens]
    spans = [(m.start(), m.end(), normalised(m.group())) for m in re.finditer(r"\w+", name)]
    for at in range(len(spans) - len(wanted) + 1):
        if [span[2] for span in spans[at : at + len(wanted)]] == wanted:
            return name[: spans[at][0]] + commune + name[spans[at + len(wanted) - 1][1] :]
    return name


def entity_name(sites: Sequence[Site]) -> tuple[str, str | None]:
    """The name of a legal entity read from those of its sites, in the survey's capitals, and the site it comes from.

    The site is None when the name is not that of one site but says what the entity runs; the name is empty when no
    site stands for it.
    """
    if len(sites) == 1:
        return sites[0].name, sites[0].finess

    def rank(site: Site) -> tuple[int, bool, bool, int, str]:
        plain = re.sub(r"[ÉÈ]", "E", site.name.upper())
        head = not re.match(r"(CH|CHU|CHR|CHI|CHS|CENTRE HOSPITALIER|GROUPE? HOSPITALIER|GH)\b", plain)
        return _RANK.get(site.category, 50), bool(_UNIT.search(plain)), head, len(site.name), site.finess

    ordered = sorted(sites, key=rank)
    best = ordered[0]
    stems = Counter(_stem(site.name) for site in sites)
    stem, shared = max(stems.items(), key=lambda item: (item[1], -len(item[0]), item[0]))
    if shared > 1 and shared * 2 >= len(sites) and len(stem.split()) > 1 and not _UNIT.search(stem):
        return stem, None
    if best.status == "1" or len(sites) == 2:
        return _stem(best.name) if len(_stem(best.name).split()) > 1 else best.name, best.finess
    return "", best.finess


def brand(sites: Sequence[Site]) -> str:
    """The word at least half the names of the sites begin with, when it says no sort; else empty."""
    firsts = Counter(_first_word(site.name) for site in sites)
    word, times = min(firsts.items(), key=lambda item: (-item[1], item[0]))
    return word if times > 1 and times * 2 >= len(sites) and normalised(word) not in _SORTS else ""


def _first_word(name: str) -> str:
    undotted = re.sub(r"\b(?:[A-Z]\.){2,}[A-Z]?", lambda m: m[0].replace(".", ""), name)
    return next(iter(re.findall(r"\w+", undotted)), "")


def _stem(name: str) -> str:
    return _SITE.sub("", name.upper().replace("  ", " ")).strip(" -,(")
