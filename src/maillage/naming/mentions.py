"""How texts name bodies: a mention comes in; its readings (family of bodies, place, number) go out.

What is left when the words that announce a family ("CPAM") and the articles are taken away is the place.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from maillage.naming.families import FAMILIES, Family
from maillage.naming.normalise import normalised


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


_ARTICLES = _words("de du des d la le les l a au aux en et dans un une")
#: Short forms of region names: what is written; what it stands for.
_SHORT = """paca; provence alpes cote d azur
idf; ile de france
cvl; centre val de loire
centre; centre val de loire
ara; auvergne rhone alpes
aura; auvergne rhone alpes
bfc; bourgogne franche comte
hdf; hauts de france
pdl; pays de la loire
ge; grand est
na; nouvelle aquitaine
npdc; nord pas de calais
reunion; la reunion
lrmp; occitanie
midi pyrenees languedoc roussillon; occitanie
languedoc roussillon midi pyrenees; occitanie
alsace champagne ardenne lorraine; grand est
nord pas de calais picardie; hauts de france
aquitaine limousin poitou charentes; nouvelle aquitaine"""
REGIONS = dict(line.split("; ") for line in _SHORT.splitlines())


_RULES = tuple(
    (re.compile(pattern), name)
    for pattern, name in (
        (r"(ars|agence regionale de (la )?sante)\b.*?\bdelegation( departementale| territoriale)?\b", "delegation"),
        (r"delegation (departementale|territoriale)\b(.*?\bars\b)?", "delegation"),
        (r"(agence regionale de (la )?sante( ars)?|ars)\b", "agency"),
        (
            r"(caisses? (primaires? )?d assurance maladie( cpam)?|caisses? primaires?|cpam|assurance maladie"
            r"|caisse generale de securite sociale|cgss)\b",
            "insurance",
        ),
        (r"(caisse d allocations familiales( caf)?|caf)\b", "allowances"),
        (r"((caisse regionale de la )?mutualite sociale agricole( msa)?|msa)\b", "farmers"),
        (r"(caisse d assurance retraite et (de la )?sante au travail|carsat)\b", "retirement"),
        (r"(sous prefecture|sous prefet|sous prefete)\b", "subprefecture"),
        (r"(prefecture|prefete?|services prefectoraux)\b", "prefecture"),
        (r"(services? de )?(l )?etat\b", "prefecture"),
        (r"(conseil (departemental|general)|departement|cd)\b(?! de l ordre)", "department"),
        (r"(conseil regional|region)\b(?! de l ordre)", "region"),
        (r"(petr|pole d equilibre territorial( et rural)?( petr)?|syndicat mixte)\b", "syndicate"),
        (r"(groupement hospitalier de territoire( ght)?|ght)\b", "group"),
        (r"(communautes? professionnelles? territoriales? de sante( cpts)?|cpts)\b", "community"),
        (
            r"(communaute (de|des) communes|communaute d agglomeration|communaute urbaine|agglomeration|agglo"
            r"|eurometropole|metropole|ept"
            r"|etablissement public territorial|intercommunalite|cc|ca|cu)\b",
            "intercommunal",
        ),
        (r"(ville|commune|mairie|municipalite)\b", "municipality"),
        (
            r"(centres? hospitaliers?|ch|chu|chr|chru|chi|chs|chic|hopital|hopitaux|clinique|polyclinique|epsm"
            r"|groupe hospitalier|gh|hia)\b",
            "hospital",
        ),
    )
)
_ORDER = re.compile(r"\bordre (national )?des\b")


@dataclass(frozen=True)
class Reading:
    """One way to understand a mention: a family, and the words of the place or name (empty: said without a place).

    `whole_region` says that the body is that of a region ("préfet de région"), `hint` that the place stood in brackets.
    """

    family: Family
    place: str
    whole_region: bool = False
    hint: bool = False

    @property
    def core(self) -> tuple[str, ...]:
        """The words that tell this body from the others of its family."""
        return core(self.place, self.family)


def tokens(text: str) -> list[str]:
    """The words of a text, normalised."""
    return normalised(text).split()


def telling(text: str, family: Family | None = None) -> list[str]:
    """The words of a name that tell it from others: no articles, none of the words that announce the family."""
    drop = _ARTICLES | (family.words if family else frozenset())
    return [token for token in tokens(text) if token not in drop]


def core(text: str, family: Family | None = None) -> tuple[str, ...]:
    """The telling words of a name, once each and sorted: their order may vary ("CH d'Arles Joseph-Imbert")."""
    return tuple(sorted(set(telling(text, family))))


def in_order(text: str, family: Family | None = None) -> tuple[str, ...]:
    """The telling words of a name, once each: of communes and EPCI the order tells ("Nord Yonne", "CC Yonne Nord")."""
    return tuple(dict.fromkeys(telling(text, family)))


def joined(text: str, family: Family) -> str:
    """The telling words of a name in one: `GrandAngoulême` and `Grand Angoulême` are alike."""
    return "".join(telling(text, family))


def short_slug(text: str, family: Family | None = None) -> str:
    """A readable end of an IRI: the telling words of a name in their order, hyphens between."""
    return "-".join(telling(text, family))


def split_brackets(mention: str) -> tuple[str, str]:
    """The text outside round brackets, and what they hold."""
    inside = " ".join(re.findall(r"\(([^)]*)\)?", mention))
    return " ".join(re.sub(r"\([^)]*\)?", " ", mention).split()), inside.strip()


def other_names(name: str) -> list[str]:
    """A name, and the two it holds when its brackets hold a short form: `CA Bassin d'Arcachon Sud (COBAS)`.

    Other brackets tell namesakes apart, `Mission locale (Montauban)`: such a name is whole or nothing. A short form of
    all bodies of a family, `Agence régionale de santé (ARS) Grand Est`, is no name of this one.
    """
    head, inside = split_brackets(name)
    if not re.fullmatch(r"\w*[A-Z]\w*[A-Z]\w*( \d\w{1,2})?", inside):
        return [name]
    shared = any(set(tokens(inside)) <= family.words for family in FAMILIES.values())
    return [name, head] if shared else [name, head, inside]


def readings(mention: str, kinds: frozenset[str] = frozenset()) -> list[Reading]:
    """The ways to understand a mention, the likeliest first.

    Parameters
    ----------
    kinds:
        Local names of the classes the body is known to be of; empty when nothing is known.
    """
    head, inside = split_brackets(mention)
    text = re.sub(r"^(l|la|le|les) ", "", " ".join(tokens(head)))
    if _ORDER.search(text):
        return []
    out: list[Reading] = []
    for pattern, name in _RULES:
        family = FAMILIES[name]
        if name == "delegation":
            found = pattern.match(" ".join(tokens(mention)))
            rest = " ".join(tokens(mention))[found.end() :] if found else ""
        else:
            found = pattern.match(text)
            rest = text[found.end() :] if found else ""
        if found and (not kinds or kinds & set(family.kinds)):
            out.append(_reading(family, rest.strip(), inside, mention))
            break
    if not out:
        out += [Reading(family, text) for family in FAMILIES.values() if kinds & set(family.kinds) and text]
    return out


def _reading(family: Family, rest: str, inside: str, mention: str) -> Reading:
    region = False
    hint = False
    if family.name == "prefecture":
        inner = re.match(r"(la |le )?(prefecture|prefete?|sous prefet) ?(.*)", " ".join(tokens(inside)))
        rest = inner[3] if inner and not rest else rest
        found = re.match(r"(de )?(la )?region\b ?(.*)", rest)
        if found:
            region = True
            other = re.search(r"\bet du departement (du|de la|de l|des|de) (.+)$", found[3])
            rest, region = (other[2], False) if other else (found[3], True)
    rest = _trim(rest)
    if not rest and inside and family.name != "delegation":
        bracket = _trim(" ".join(tokens(inside)))
        if (
            bracket
            and not set(bracket.split()) <= family.words
            and not re.fullmatch(r"prefet|prefecture|sous prefet|\d", bracket)
        ):
            rest, hint = bracket, family.name != "prefecture" or not re.match(r"prefet", bracket)
    if family.level == "Region" or region:
        rest = REGIONS.get(rest, rest)
    return Reading(family, rest, region, hint)


def _trim(text: str) -> str:
    words = text.split()
    while words and words[0] in _ARTICLES:
        words.pop(0)
    return " ".join(words)
