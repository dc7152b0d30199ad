"""The page of a release: what changed by region comes in; HTML in French goes out, whole without a script."""

from __future__ import annotations

from collections.abc import Mapping

from maillage.releases.change import GROUPS, Change, digest_of
from maillage.releases.dump import Dump, facts_about
from maillage.releases.told import (
    ADDED,
    FEED,
    FRENCH,
    REMOVED,
    SIGNS,
    UNSAID,
    By,
    Edition,
    Told,
    anchor,
    counts,
    name_of,
    number,
    shown,
)
from maillage.things.diff import change_words
from maillage.things.diff import compare as compare_facts
from maillage.things.sheet import sheet

#: How many things of a list the page names.
SHOWN = 50
#: How many of a list stand open.
_OPEN = 12
_STYLE = """
body{max-width:62rem}
h2{border-top:1px solid #ccd3da;padding-top:1.2rem}
h3{font-size:1rem;margin:1.2rem 0 .3rem}table{min-width:28rem}
ul{padding-left:1.2rem;margin:.3rem 0}li{overflow-wrap:anywhere;margin:.15rem 0}
caption{text-align:left;font-weight:600;padding-bottom:.4rem}
th,td{padding:.25rem .8rem .25rem 0;border-bottom:1px solid #e3e8ed;text-align:right;font-variant-numeric:tabular-nums}
th:first-child{text-align:left}tbody th{font-weight:400}
small{color:#545c66}summary{cursor:pointer;color:#0b5394}.top{font-size:.9rem}
@media print{details>summary{display:none}a{color:inherit}}
"""


def page(change: Change, by: By, old: Dump, new: Dump, edition: Edition) -> str:
    """The French page of what changed, by region."""
    details = told_changes(change, old, new)
    version = shown(edition.version)
    since = f", depuis la version {shown(edition.since)}" if edition.since else ", depuis la version d'avant"
    parts = "".join(_region(region, told, old, new, details) for region, told in by.items())
    nothing = "" if by else "<p><strong>Rien n'a changé dans ce que les fichiers énoncent.</strong></p>\n"
    head = f"""<meta name="description" content="Ce qui a changé dans la version {version} de Maillage, par région">
<link rel="alternate" type="application/atom+xml" href="{FEED}" title="Ce qui a changé">
"""
    body = f"""<h1>Maillage {version} : ce qui a changé</h1>
<p>Ce qui a changé dans les données{since}. Données du {shown(edition.day)}. Une chose qui touche plusieurs régions est
dite dans chacune. Pour être prévenu de la suite : <a href="{FEED}">le flux Atom</a>.</p>
{nothing}{_overview(by, new)}{parts}{_data(change)}"""
    return sheet(f"Maillage {edition.version} : ce qui a changé", body, _STYLE, head=head)


def _overview(by: By, new: Dump) -> str:
    """A table of the regions: how many things each list names."""
    if not by:
        return ""
    signs = [(sign, heading) for sign, heading in SIGNS if any(told.get(sign) for told in by.values())]
    heads = "".join(f'<th scope="col">{heading}</th>' for _, heading in signs)
    rows = "".join(
        f'<tr><th scope="row"><a href="#{anchor(region)}">{shown(name_of(region, new))}</a></th>'
        + "".join(f"<td>{_total(told, sign)}</td>" for sign, _ in signs)
        + "</tr>\n"
        for region, told in by.items()
    )
    return (
        '<div class="scroll" tabindex="0" role="group" aria-label="Par région"><table>\n<caption>Par région</caption>\n'
        f'<thead><tr><th scope="col">Région</th>{heads}</tr></thead>\n<tbody>\n{rows}</tbody>\n</table></div>\n'
    )


def _total(told: Told, sign: str) -> str:
    return number(sum(len(told.get(sign, {}).get(group, ())) for group in GROUPS))


def _region(region: str, told: Told, old: Dump, new: Dump, details: Mapping[str, str]) -> str:
    name = anchor(region)
    return (
        f'<section id="{name}" aria-labelledby="h-{name}"><h2 id="h-{name}">{shown(name_of(region, new))}</h2>\n'
        f"<p>{shown(counts(told))}</p>\n{_lists(told, old, new, details)}"
        '<p class="top"><a href="#haut">Haut de la page</a></p></section>\n'
    )


def _lists(told: Told, old: Dump, new: Dump, details: Mapping[str, str]) -> str:
    out = ""
    for sign, heading in SIGNS:
        for group in GROUPS:
            iris = sorted(told.get(sign, {}).get(group, ()), key=lambda iri: (_label(iri, old, new), iri))
            if not iris:
                continue
            items = [_item(iri, sign, old, new, details) for iri in iris[:SHOWN]]
            if len(iris) > SHOWN:
                items.append(f"<li>et {number(len(iris) - SHOWN)} de plus</li>\n")
            head = f"{heading} : {number(len(iris), *FRENCH[group])}"
            out += f"<h3>{head}</h3>\n<ul>\n{''.join(items[:_OPEN])}</ul>\n"
            if items[_OPEN:]:
                more = f"<ul>\n{''.join(items[_OPEN:])}</ul>"
                out += f"<details><summary>La suite de « {head} »</summary>\n{more}\n</details>\n"
    return out


def _item(iri: str, sign: str, old: Dump, new: Dump, details: Mapping[str, str]) -> str:
    kind = new.kinds.get(iri) or old.kinds.get(iri)
    said = details.get(iri) if sign in ("changed", "replaced") else None
    words = f" <small>{shown(new.label(kind))}</small>" if kind else ""
    return f"<li>{shown(_label(iri, old, new))}{words}{shown(f' : {said}') if said else ''}</li>\n"


def _label(iri: str, old: Dump, new: Dump) -> str:
    """What a thing is called; as it was called, where it says no name any more."""
    known = iri in new.labels or iri in new.ends or (iri not in old.labels and iri not in old.ends)
    return (new if known else old).label(iri)


def _data(change: Change) -> str:
    came, went = change.derived
    unsaid = ""
    if change.unsaid:
        unsaid = (
            f"{number(len(change.unsaid))} énoncés retirés parlent de personnes et ne sont pas redits : "
            f'<a href="{UNSAID}">{UNSAID}</a> donne leurs empreintes. '
        )
    return (
        '<section id="donnees" aria-labelledby="h-donnees"><h2 id="h-donnees">Le changement comme données</h2>\n'
        f'<p>{number(len(change.added))} énoncés ajoutés (<a href="{ADDED}">{ADDED}</a>), '
        f'{number(len(change.removed))} retirés (<a href="{REMOVED}">{REMOVED}</a>), dont {number(came)} et '
        f"{number(went)} que les règles dérivent. {unsaid}Ôtez les seconds de la version d'avant, ajoutez les premiers "
        ": vous avez celle-ci.</p></section>\n"
    )


def told_changes(change: Change, old: Dump, new: Dump) -> dict[str, str]:
    """What each changed or replaced thing said and says, in French."""
    iris = {iri for group in GROUPS for told in (change.changed, change.replaced) for iri in told[group]}
    unsaid = set(change.unsaid)
    told = (line for line in old.stated if not unsaid or digest_of(line) not in unsaid)
    found = compare_facts(facts_about(told, iris), facts_about(new.stated, iris))
    words = {**old.labels, **new.labels}
    return {one.iri: change_words(one, words) for one in found.changed}
