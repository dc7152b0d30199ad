"""OWL exports: a built graph comes in; an ontology that DL reasoners load goes out, and each scheme."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from maillage.errors import MaillageError
from maillage.export.context import prefixes_for
from maillage.export.rdf import FORMATS, chosen, written_as
from maillage.pipeline.build import Build
from maillage.reasoning.variant import NAME, axioms, facts_of, schemes, variant
from maillage.things.files import write_together
from maillage.things.rdf import NamedNode, Quad, Triple

#: What reasoners and their editors read; none of them knows named graphs.
OWL_FORMATS = ("turtle", "ntriples", "rdfxml")


def export_owl(
    built: Build,
    folder: Path,
    *,
    formats: Sequence[str] = (),
    derived: bool = True,
    territory: str | None = None,
    schemes_folder: Path | None = None,
    lang: str = "fr",
) -> tuple[list[Path], list[Path], str]:
    """Write the vocabulary, its alignments and the facts as one ontology, values that OWL 2 has no type for left out.

    Parameters
    ----------
    derived, territory:
        As for `maillage.export.rdf.export_rdf`.
    schemes_folder:
        Where to write each concept scheme as a file of its own, in the same formats.

    Returns
    -------
    (written, others, left_out)
        The files written, the other things met in the folder, and what was left out, in a sentence.

    Raises
    ------
    MaillageError
        For a format that reasoners do not read, or a folder that cannot be written.
    """
    wanted = list(formats) or list(OWL_FORMATS)
    for name in wanted:
        if name not in OWL_FORMATS:
            what = "is not read by reasoners" if name in FORMATS else "is no RDF format"
            raise MaillageError(f"'{name}' {what}.", fix=f"Choose among {', '.join(OWL_FORMATS)}.")
    made = variant(built.loaded.places, facts_of(chosen(built.loaded, derived, territory)))
    written = write_together(folder, _written("maillage-owl", made.triples, wanted))
    if schemes_folder is not None:
        of_schemes: dict[str, bytes] = {}
        for name, triples in schemes(axioms(built.loaded.places)).items():
            of_schemes |= _written(name, triples, wanted)
        written += write_together(schemes_folder, of_schemes)
    known = {path.resolve() for path in written} | ({schemes_folder.resolve()} if schemes_folder is not None else set())
    others = sorted(path for path in folder.iterdir() if path.resolve() not in known)
    return written, others, made.words(lang)


def _written(stem: str, triples: Sequence[Triple], formats: Sequence[str]) -> dict[str, bytes]:
    graph = NamedNode(NAME)
    quads = [Quad(t.subject, t.predicate, t.object, graph) for t in triples]
    names = prefixes_for(quads) if "jsonld" in formats else {}
    return {f"{stem}{Path(FORMATS[name]).suffix}": written_as(name, quads, names) for name in formats}
