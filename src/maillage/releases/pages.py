"""What a release publishes of its change: a change comes in; data, a feed, a page, a changelog section go out.

The same change gives the same bytes: the day of a release is given, never read from a clock.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from xml.sax.saxutils import escape

from maillage.naming.normalise import spelled
from maillage.releases.change import GROUPS, Change, digest_of
from maillage.releases.dump import Dump, facts_about
from maillage.terms import BASE
from maillage.things.diff import change_words
from maillage.things.diff import compare as compare_facts

ADDED, REMOVED, FEED, PAGE = "added.nt", "removed.nt", "changes.atom", "ce-qui-a-change.html"
#: The SHA-256 of the N-Triples lines that are gone and not to be told again, where there are such.
UNSAID = "removed.sha256"
#: How many things of a list the page and the changelog name.
SHOWN = 50
_NOWHERE = ""
#: What the things of a group are called: one, several.
_FR = {
    "terms": ("terme du vocabulaire", "termes du vocabulaire"),
    "entities": ("chose", "choses"),
    "claims": ("affirmation", "affirmations"),
    "evidence": ("document ou citation", "documents et citations"),
}
_SIGNS = (("new", "Ajouts"), ("changed", "Changements"), ("gone", "Retraits"))

By = Mapping[str, Mapping[str, Mapping[str, Sequence[str]]]]


def files_of(change: Change, old: Dump, new: Dump, version: str, day: str) -> dict[str, bytes]:
    """Name -> content: the statements added and removed, the feed, and the page.

    Parameters
    ----------
    day:
        The day of the release, as 2026-11-30.
    """
    by = by_region(change, old, new)
    unsaid = {UNSAID: "".join(f"{one}\n" for one in change.unsaid).encode()} if change.unsaid else {}
    return {
        **unsaid,
        ADDED: "".join(f"{line}\n" for line in change.added).encode(),
        REMOVED: "".join(f"{line}\n" for line in change.removed).encode(),
        FEED: feed(change, by, old, new, version, day).encode(),
        PAGE: page(change, by, old, new, version, day).encode(),
    }


def by_region(change: Change, old: Dump, new: Dump) -> By:
    """Region IRI (empty for what lies in none) -> ``new``, ``changed``, ``gone`` -> group -> IRIs, sorted."""
    out: dict[str, dict[str, dict[str, list[str]]]] = defaultdict(lambda: defaultdict(lambda: defaultdict(list)))
    for sign, _ in _SIGNS:
        told: Mapping[str, Sequence[str]] = getattr(change, sign)
        dump = old if sign == "gone" else new
        for group in GROUPS:
            for iri in told[group]:
                for region in sorted(dump.regions_of(iri)) or [_NOWHERE]:
                    out[region][sign][group].append(iri)
    return {region: out[region] for region in sorted(out, key=lambda r: (r == _NOWHERE, spelled(new.label(r)), r))}


def _name(region: str, dump: Dump) -> str:
    return dump.label(region) if region else "Sans région"


def _anchor(region: str) -> str:
    return region.rpartition("/")[2] or "sans-region"


def _counts(told: Mapping[str, Mapping[str, Sequence[str]]]) -> str:
    parts = []
    for sign, heading in _SIGNS:
        said = ", ".join(_number(len(told[sign][g]), *_FR[g]) for g in GROUPS if told.get(sign, {}).get(g))
        if said:
            parts.append(f"{heading} : {said}.")
    return " ".join(parts)


def _number(count: int, one: str = "", several: str = "") -> str:
    """A number with its word, thousands apart: `1 chose`, `1 234 choses`."""
    return f"{count:,} {one if count < 2 else several}".replace(",", "\u202f").strip()


def feed(change: Change, by: By, old: Dump, new: Dump, version: str, day: str) -> str:
    """An Atom feed: an entry for each region where something changed."""
    base, moment = f"{BASE}release/{version}", f"{day}T00:00:00Z"
    entries = "".join(
        f"""  <entry>
    <id>{base}#{_anchor(region)}</id>
    <title>{escape(f"{_name(region, new)}, version {version}")}</title>
    <updated>{moment}</updated>
    <link href="{base}/{PAGE}#{_anchor(region)}"/>
    <summary>{escape(_counts(told))}</summary>
  </entry>
"""
        for region, told in by.items()
    )
    return f"""<?xml version="1.0" encoding="UTF-8"?>
<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="fr">
  <id>{BASE}release/</id>
  <title>Maillage : ce qui a changé</title>
  <updated>{moment}</updated>
  <author><name>Maillage</name></author>
  <link rel="self" href="{base}/{FEED}"/>
{entries}</feed>
"""


_STYLE = (
    "body{font:1rem/1.5 system-ui,sans-serif;max-width:60rem;margin:2rem auto;padding:0 1rem;color:#1e1e1e}"
    "h2{border-top:1px solid #ddd;padding-top:1rem}li{overflow-wrap:anywhere}small{color:#555}nav ul{columns:3 12rem}"
)


def page(change: Change, by: By, old: Dump, new: Dump, version: str, day: str) -> str:
    """The French page of what changed, by region, without JavaScript."""
    details = told_changes(change, old, new)
    nav = "".join(f'<li><a href="#{_anchor(r)}">{escape(_name(r, new))}</a></li>' for r in by)
    parts = "".join(
        f'<section id="{_anchor(region)}"><h2>{escape(_name(region, new))}</h2>\n<p>{escape(_counts(told))}</p>\n'
        f"{_lists(told, old, new, details)}</section>\n"
        for region, told in by.items()
    )
    came, went = change.derived
    nothing = "" if by else "<p>Rien n'a changé.</p>\n"
    return f"""<!doctype html>
<html lang="fr">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Maillage {escape(version)} : ce qui a changé</title>
<link rel="alternate" type="application/atom+xml" href="{FEED}" title="Ce qui a changé">
<style>{_STYLE}</style>
</head>
<body>
<h1>Maillage {escape(version)} : ce qui a changé</h1>
<p>Version du {escape(day)}. {_number(len(change.added))} énoncés ajoutés (<a href="{ADDED}">{ADDED}</a>),
{_number(len(change.removed))} retirés (<a href="{REMOVED}">{REMOVED}</a>),
dont {_number(came)} et {_number(went)} que les règles dérivent : ôtés et ajoutés à la version précédente, ils
donnent celle-ci. Une chose qui touche plusieurs régions est dite dans chacune.</p>
{nothing}<nav aria-label="Régions"><ul>{nav}</ul></nav>
{parts}</body>
</html>
"""


def told_changes(change: Change, old: Dump, new: Dump) -> dict[str, str]:
    """What each changed thing said and says, in French."""
    iris, unsaid = {iri for group in GROUPS for iri in change.changed[group]}, set(change.unsaid)
    told = (line for line in old.stated if not change.unsaid or digest_of(line) not in unsaid)
    found = compare_facts(facts_about(told, iris), facts_about(new.stated, iris))
    words = {**old.labels, **new.labels}
    return {one.iri: change_words(one, words) for one in found.changed}


def _lists(told: Mapping[str, Mapping[str, Sequence[str]]], old: Dump, new: Dump, details: Mapping[str, str]) -> str:
    out = ""
    for sign, heading in _SIGNS:
        dump = old if sign == "gone" else new
        for group in GROUPS:
            iris = told.get(sign, {}).get(group, ())
            if not iris:
                continue
            items = "".join(
                f"<li>{escape(dump.label(iri))} <small>{escape(dump.label(dump.kinds.get(iri, iri)))}</small>"
                f"{escape(f' : {details[iri]}' if sign == 'changed' and details.get(iri) else '')}</li>\n"
                for iri in iris[:SHOWN]
            )
            more = f"<li>et {_number(len(iris) - SHOWN)} de plus</li>\n" if len(iris) > SHOWN else ""
            out += f"<h3>{heading} : {_number(len(iris), *_FR[group])}</h3>\n<ul>\n{items}{more}</ul>\n"
    return out


def section(change: Change, old: Dump, new: Dump, version: str, day: str) -> str:
    """The changelog's section on the data: how much of what came, went and changed, and every term by name."""
    lines = [f"## {version} ({day})", ""]
    for group in GROUPS:
        said = [
            f"{len(told[group]):,} {word}"
            for told, word in ((change.new, "added"), (change.changed, "changed"), (change.gone, "removed"))
            if told[group]
        ]
        if said:
            lines.append(f"- {group.capitalize()}: {', '.join(said)}.")
    for told, word in ((change.new, "New"), (change.gone, "Removed")):
        if told["terms"]:
            names = ", ".join(f"`{iri.removeprefix(BASE)}`" for iri in told["terms"])
            lines.append(f"- {word} terms: {names}.")
    if change.redefined:
        lines.append(
            f"- Terms that mean otherwise: {', '.join(f'`{i.removeprefix(BASE)}`' for i in change.redefined)}."
        )
    lines.append(
        f"- {len(change.added):,} statements added, {len(change.removed):,} removed; of these rules derive "
        f"{change.derived[0]:,} and {change.derived[1]:,}."
    )
    return "\n".join(lines) + "\n"


def with_section(changelog: str, text: str) -> str:
    """The changelog with this section under what was written as ``## Unreleased``, which it takes the place of.

    The words already written stay below the figures; a new, empty ``## Unreleased`` goes on top.
    """
    head, mark, rest = changelog.partition("## Unreleased\n")
    if not mark:
        head, mark, rest = changelog.partition("\n## ")
        return f"{head.rstrip()}\n\n## Unreleased\n\n{text}{mark}{rest}"
    return f"{head}{mark}\n{text.rstrip()}\n{rest.lstrip()}"
