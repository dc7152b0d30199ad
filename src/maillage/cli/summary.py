"""One screen of what a build made, and the list and description of queries."""

from __future__ import annotations

from collections.abc import Sequence
from shlex import quote

import click

from maillage.asking.catalogue import Query
from maillage.cli.show import say
from maillage.pipeline.build import Build
from maillage.pipeline.validate import Finding
from maillage.places import shown
from maillage.terms import INFERRED, MLG, RDF
from maillage.things.table import Column, Table
from maillage.things.text import printable

_KINDS = ("Actor", "Arrangement", "Territory", "Person", "ActorGroup", "ArrangementFamily", "Document")


def build_lines(built: Build, lang: str) -> list[tuple[str, str]]:
    """(what, how much) rows of what a build holds."""
    fr = lang == "fr"
    sources = built.loaded.graph_sources
    sizes = built.store.sizes()
    facts = sum(sizes.get(source.graph, 0) for source in sources)
    derived = sizes.get(INFERRED, 0)
    coordinations, pairs = built.pairs
    rows = [
        ("fichiers" if fr else "files", str(len(sources))),
        ("quadruplets (graphes nommés)" if fr else "quads (named graphs)", str(sum(sizes.values()))),
        ("  énoncés dans les fichiers" if fr else "  stated in the files", str(facts)),
        ("  dérivés" if fr else "  derived", str(derived)),
    ]
    for name in _KINDS:
        count = sum(1 for _ in built.store.values(None, RDF + "type", MLG + name))
        rows.append((built.names.label(MLG + name, lang).lower(), str(count)))
    rows.append(("énoncés sourcés (claims)" if fr else "claims", str(sum(built.claims.values()))))
    rows += [(f"  {built.names.label(kind, lang).lower()}", str(count)) for kind, count in built.claims.items()]
    rows.append(
        ("coordinations (paire et dispositif)" if fr else "coordinations (pair and arrangement)", str(coordinations))
    )
    rows.append(("paires d'acteurs qui se coordonnent" if fr else "pairs of actors that coordinate", str(pairs)))
    return rows


def print_build(built: Build, findings: Sequence[Finding], lang: str) -> None:
    """Print the screen to stdout."""
    faults = [f for f in findings if f.severity == "fault"]
    rows = build_lines(built, lang)
    rows.append(("fautes" if lang == "fr" else "faults", str(len(faults))))
    rows.append(("remarques" if lang == "fr" else "notices", str(len(findings) - len(faults))))
    width = max(len(what) for what, _ in rows)
    click.echo(shown(built.loaded.places.graph))
    for what, count in rows:
        click.echo(f"{what:<{width}}  {count:>8}")
    for fault in faults[:20]:
        click.echo(finding_line(fault, lang), err=True)


def print_findings(findings: Sequence[Finding], lang: str) -> int:
    """Print each finding, and how many there are on stderr; returns the number of faults."""
    for finding in findings:
        click.echo(finding_line(finding, lang))
    faults = sum(finding.severity == "fault" for finding in findings)
    notices = len(findings) - faults
    if lang == "fr":
        say(f"{faults} faute{'s' * (faults > 1)}, {notices} remarque{'s' * (notices > 1)}.")
    else:
        say(f"{faults} fault{'s' * (faults != 1)}, {notices} notice{'s' * (notices != 1)}.")
    return faults


def finding_line(finding: Finding, lang: str) -> str:
    """A finding on one line: place, severity in words, name, what it is about, what is wrong and its mend."""
    if lang != "fr":
        return printable(str(finding))
    severity = {"fault": "faute", "notice": "remarque"}[finding.severity]
    words = f"[{finding.name}] {finding.label}\u00a0: {finding.message} {finding.fix}".rstrip()
    return printable(f"{finding.file}:{finding.line}: {severity} {words}")


def query_table(queries: Sequence[Query], lang: str) -> Table:
    """Name, what it answers, parameters."""
    heads = ("nom", "répond à", "paramètres") if lang == "fr" else ("name", "answers", "parameters")
    rows = [(q.name, q.words("question", lang) or q.words("title", lang), ", ".join(q.params)) for q in queries]
    return Table([Column(n, h) for n, h in zip(("name", "question", "params"), heads, strict=True)], rows)


def print_query(query: Query, lang: str) -> None:
    """Describe one query: what it answers, its parameters with examples, its columns."""
    click.echo(f"{query.name}: {query.words('title', lang)}")
    if query.header.get("question"):
        click.echo(query.words("question", lang))
    for parameter in query.params.values():
        needed = {"fr": "obligatoire", "en": "required"}[lang] if parameter.required else None
        kind = ", ".join(filter(None, (parameter.type, *(parameter.of or ()), parameter.scheme, needed)))
        click.echo(f"  -p {parameter.name}={quote(parameter.example)}  {parameter.words[lang]} ({kind})")
    for column in query.columns:
        click.echo(f"  {column.name}: {column.words[lang]} ({column.type})")
    if query.header.get("caveat"):
        click.echo(query.words("caveat", lang))
    for caveat in query.caveats:  # their figures stand under each answer
        click.echo(caveat.words("title", lang))
