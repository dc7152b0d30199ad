"""`maillage export portal`, `export validate`: options come in; a bundle is written, or judged on a score card."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from maillage import __version__
from maillage.cli import FAULTS
from maillage.cli.options import CACHE, FORMAT, GRAPH, LANG, STORE, opened, options
from maillage.cli.publish.ontology import pages_of
from maillage.cli.show import print_table, say
from maillage.cli.streams import is_window
from maillage.errors import MaillageError
from maillage.pipeline.build import Build
from maillage.pipeline.products import read_manifest

if TYPE_CHECKING:
    from maillage.releases.change import Change
    from maillage.releases.former import Former


@click.command("portal")
@click.option(
    "-o", "--output", type=click.Path(path_type=Path), required=True, help="Folder to write, empty or a former bundle."
)
@click.option(
    "--base-url", metavar="URL", help="Where the folder will be served; by default under the project's own address."
)
@click.option("--release", "version", default=__version__, show_default=True, help="Version to write everywhere.")
@click.option(
    "--sparql", metavar="URL", help="A SPARQL endpoint that serves the graph, to be described as a data service."
)
@click.option("--contact", metavar="ADDRESS", help="Whom portals and readers write to: a mail address or a page.")
@click.option(
    "--previous",
    metavar="PATH|URL",
    help="The release before, whose change the bundle then carries: a former bundle, another dump in N-Quads, or the "
    "address of one.",
)
@click.option("--with-persons", "persons", is_flag=True, help="The variant with persons in an official capacity.")
@click.option("--parquet", is_flag=True, help="The tables as Parquet too, which takes the extra maillage[parquet].")
@click.option("--unchecked", is_flag=True, help="Write even a graph in which checks find faults.")
@options(LANG, GRAPH, STORE, CACHE)
def portal_command(
    output: Path,
    base_url: str | None,
    version: str,
    sparql: str | None,
    contact: str | None,
    previous: str | None,
    persons: bool,
    parquet: bool,
    unchecked: bool,
    lang: str,
    graph_folder: Path | None,
    store: Path | None,
    cache: bool,
) -> None:
    """Write the folder that linked-data portals take as it is: data, vocabulary, descriptions, registrations.

    Without persons, unless --with-persons is given. A folder that holds other files is refused, a graph with faults
    too. The README says what each file is for; `maillage export validate` says how portals would judge it.
    """
    from maillage.export.portal.bundle import export_portal
    from maillage.export.portal.parquet import checked_engine
    from maillage.releases.former import read_former

    if parquet:
        checked_engine()
    built = opened(graph_folder, store, lang, cache).built
    former = None if previous is None else read_former(previous, built.loaded.places.ontology.parent)
    if not unchecked:
        _refuse_faults(built, store, lang)
    written = export_portal(
        built,
        output,
        version,
        base_url=base_url,
        sparql=sparql,
        contact=contact,
        persons=persons,
        with_parquet=parquet,
        previous=former,
        pages=pages_of(built.loaded.places),
        told=_tell if is_window("stderr") else _silent,
    )
    size = sum(entry.size for entry in written.entries) / 1e6
    fr = lang == "fr"
    say(
        f"{output} : {len(written.entries)} fichiers, {size:.1f} Mo."
        if fr
        else f"{output}: {len(written.entries)} files, {size:.1f} MB."
    )
    if written.gone is not None:
        n, m = len(written.gone.persons), len(written.gone.claims)
        say(
            f"Sans les personnes : {n} ôtées, et {m} affirmations qui les nomment."
            if fr
            else f"Without persons: {n} left out, and {m} claims that name them."
        )
    if former is not None and written.change is not None:
        _say_change(written.change, former, version, fr)
    if not written.release.given_base:
        said = (
            f"Adresses des fichiers : {written.release.base} (elles ne répondent qu'une fois w3id/ déposé). Pour "
            "d'autres : --base-url."
        )
        words = (
            f"Addresses of the files: {written.release.base} (they answer once w3id/ is filed). For others: --base-url."
        )
        say(said if fr else words)


def _say_change(change: Change, former: Former, version: str, fr: bool) -> None:
    """Say how much changed, and what a reader of both releases would stumble over."""
    came, went = len(change.added), len(change.removed) + len(change.unsaid)
    since = former.version or former.where
    say(
        f"Depuis {since} : {came} énoncés ajoutés, {went} retirés (changes/)."
        if fr
        else f"Since {since}: {came} statements added, {went} removed (changes/)."
    )
    if former.version == version and change:
        words = f"Attention : la version d'avant est aussi {version}. Donnez un autre numéro : --release."
        say(words if fr else f"Mind: the release before is {version} too. Give another number: --release.")
    if change.lost:
        some = ", ".join(change.lost[:3]) + (", ..." if len(change.lost) > 3 else "")
        say(
            f"Attention : {len(change.lost)} adresses publiées ont disparu sans dct:isReplacedBy ({some}) ; maillage "
            "release dit comment y remédier."
            if fr
            else f"Mind: {len(change.lost)} published IRIs are gone without dct:isReplacedBy ({some}); maillage "
            "release says how to mend that."
        )


def _tell(step: str) -> None:
    say(f"  {step} ...")


def _silent(_: str) -> None:
    """Say nothing of the steps: nobody watches."""


def _refuse_faults(built: Build, store: Path | None, lang: str) -> None:
    """Raise for a graph in which checks find faults; of a kept build its manifest says how many."""
    if built.loaded.kept is not None and store is not None:
        faults, first = int(read_manifest(store)["findings"]["faults"]), ""
    else:
        findings = built.findings(lang)
        faults = built.faults(findings)
        first = next((f" The first: {f.file}:{f.line}: {f.message}" for f in findings if f.severity == "fault"), "")
    if faults:
        fix = "Mend them (maillage check), or write it as it is: --unchecked."
        raise MaillageError(f"the graph has {faults} fault(s), and nothing is written.{first}", fix=fix)


@click.command("validate")
@click.argument("folder", type=click.Path(path_type=Path))
@click.option(
    "--shapes",
    multiple=True,
    type=click.Path(path_type=Path, exists=True),
    help="Official shapes of DCAT-AP: a folder, or files; given again, all of them.",
)
@click.option("--offline", is_flag=True, help="Do not ask the real addresses: a server of this machine stands in.")
@click.option(
    "--previous", metavar="PATH|URL", help="The release before: what changed since is replayed on it, and compared."
)
@options(LANG, FORMAT)
def validate_command(
    folder: Path, shapes: tuple[Path, ...], offline: bool, previous: str | None, lang: str, form: str
) -> None:
    """Judge FOLDER, made by `maillage export portal`, as portals would: a score card, with how to mend what lacks.

    Exit code 1 when there are faults.
    """
    from maillage.export.portal.checks.judge import judge
    from maillage.releases.former import read_former

    former = None if previous is None else read_former(previous, Path.cwd())
    card = judge(folder, shapes, offline, former)
    if form == "json":
        click.echo(card.json(lang), nl=False)
    else:
        print_table(card.table(lang), form)
    for note in card.notes:
        say(note[lang == "en"])
    say(" · ".join(card.totals(lang)))
    if card.faults:
        say(f"{card.faults} défaut(s)." if lang == "fr" else f"{card.faults} fault(s).")
        raise click.exceptions.Exit(FAULTS)
