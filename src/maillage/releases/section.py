"""The changelog's section on the data: a change, or a first release, comes in; Markdown goes out."""

from __future__ import annotations

import re

from maillage.releases.change import GROUPS, Change
from maillage.releases.dump import Dump, group_of
from maillage.terms import BASE


def section(change: Change, version: str, day: str) -> str:
    """How much of what came, went and changed; every term that did, and what is replaced, by name."""
    lines = [f"## {version} ({day})", ""]
    signs = (
        (change.new, "added"),
        (change.changed, "changed"),
        (change.replaced, "replaced"),
        (change.gone, "removed"),
    )
    for group in GROUPS:
        said = [f"{len(told[group]):,} {word}" for told, word in signs if told[group]]
        if said:
            lines.append(f"- {group.capitalize()}: {', '.join(said)}.")
    named = ((change.new, "New"), (change.replaced, "Replaced or deprecated"), (change.gone, "Removed"))
    for told, word in named:
        if told["terms"]:
            lines.append(f"- {word} terms: {_names(told['terms'])}.")
    if change.redefined:
        lines.append(f"- Terms that mean otherwise: {_names(change.redefined)}.")
    lines.append(
        f"- {len(change.added):,} statements added, {len(change.removed) + len(change.unsaid):,} removed; of these "
        f"rules derive {change.derived[0]:,} and {change.derived[1]:,}."
    )
    return "\n".join(lines) + "\n"


def first_section(new: Dump, version: str, day: str) -> str:
    """The section of the first release: what there is, compared with nothing."""
    lines = [f"## {version} ({day})", "", "- First release: there is none before it to compare with."]
    for group in GROUPS:
        if count := sum(group_of(iri) == group for iri in new.subjects):
            lines.append(f"- {group.capitalize()}: {count:,}.")
    lines.append(f"- {len(new.lines):,} statements; of these rules derive {len(new.derived):,}.")
    return "\n".join(lines) + "\n"


def _names(iris: list[str]) -> str:
    return ", ".join(f"`{iri.removeprefix(BASE)}`" for iri in iris)


def with_section(changelog: str, text: str) -> str:
    """The changelog with this section under what was written as ``## Unreleased``, which it takes the place of.

    The words already written stay below the figures; a new, empty ``## Unreleased`` goes on top.
    """
    head, mark, rest = changelog.partition("## Unreleased\n")
    if not mark:
        head, mark, rest = changelog.partition("\n## ")
        return f"{head.rstrip()}\n\n## Unreleased\n\n{text}{mark}{rest}"
    return f"{head}{mark}\n{text.rstrip()}\n{rest.lstrip()}"


def versions_told(changelog: str) -> set[str]:
    """The versions that a changelog has a section of."""
    return set(re.findall(r"^## \[?v?(\d+\.\d+\.\d+)", changelog, re.M))
