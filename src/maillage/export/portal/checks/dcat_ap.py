"""DCAT-AP: a bundle and the official shapes come in; what SHACL finds in its catalogue goes out.

The official shapes are given by path (SEMIC publishes them); our own, for what they miss, are always read. A file
that holds no shape is taken for data: what the tables of the Union say of their codes.
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from maillage.errors import MaillageError
from maillage.export.portal.checks.card import Line, Words, judged, lacking
from maillage.export.portal.checks.opened import CATALOGUE, Bundle

if TYPE_CHECKING:
    import rdflib

_OWN = Path(__file__).with_name("shapes.ttl")
_SH = "http://www.w3.org/ns/shacl#"
#: Where the official shapes contradict the specification or one another: the pattern asked of a checksum's algorithm
#: (https, the specification says http), a list of the Union asked of a status that ADMS defines, a publisher of two
#: types at once.
CONTRADICTIONS = (
    "http://spdx.org/rdf/terms#algorithm",
    "http://www.w3.org/ns/adms#status",
    "http://purl.org/dc/terms/publisher",
)
_FIX = (
    "Corrigez about.ttl ou dcat.py, puis refaites le dossier.",
    "Mend about.ttl or dcat.py, then make the folder again.",
)


def dcat_ap(bundle: Bundle, shapes: Sequence[Path]) -> tuple[list[Line], bool | None]:
    """The lines of this family, and whether the official shapes find no violation (None: they were not given)."""
    own = _findings(bundle, [_OWN], None)
    three = _same(bundle)
    lines = [
        judged(
            "dcat-ap",
            ("nos formes : ce que les officielles ne voient pas", "our shapes: what the official ones miss"),
            lacking(text for _, text in own),
            _FIX,
        ),
        judged(
            "dcat-ap",
            ("les trois formes du catalogue disent le même", "the three forms of the catalogue say the same"),
            three,
            _FIX,
        ),
    ]
    what: Words = ("formes officielles : violations", "official shapes: violations")
    if not shapes:
        given: Words = ("les formes officielles ne sont pas données", "the official shapes are not given")
        fix: Words = (
            "Donnez-les : --shapes DOSSIER (SEMICeu/DCAT-AP, releases/3.0.1).",
            "Give them: --shapes FOLDER (SEMICeu/DCAT-AP, releases/3.0.1).",
        )
        return [*lines, judged("dcat-ap", what, given, fix, remark=True)], None
    found = _findings(bundle, *_sorted_out(shapes))
    wrong = [text for severity, text in found if severity == "Violation"]
    odd = [text for severity, text in found if severity != "Violation"]
    lines.append(judged("dcat-ap", what, lacking(wrong), _FIX))
    lines.append(
        judged(
            "dcat-ap",
            ("formes officielles : avertissements", "official shapes: warnings"),
            lacking(odd),
            _FIX,
            remark=True,
        )
    )
    return lines, not wrong


def _same(bundle: Bundle) -> Words | None:
    """Which form of the catalogue says another graph than the Turtle, for two readers."""
    one = bundle.rdflib(CATALOGUE)
    wrong = [
        path
        for path in ("catalog.jsonld", "catalog.rdf")
        if not bundle.has(path) or set(bundle.rdflib(path)) != set(one)
    ]
    return lacking(wrong)


def _sorted_out(paths: Sequence[Path]) -> tuple[list[Path], rdflib.Graph]:
    """The files that hold shapes, and the facts of those that hold none."""
    import rdflib

    files = [file for path in paths for file in (sorted(path.glob("*.ttl")) if path.is_dir() else [path])]
    if not files:
        raise MaillageError("no Turtle file (*.ttl) is there.", file=paths[0], fix="Name the folder of the shapes.")
    holding, data = [], rdflib.Graph()
    for file in files:
        try:
            graph = rdflib.Graph().parse(file, format="turtle")
        except (OSError, SyntaxError, ValueError) as error:
            raise MaillageError(f"these shapes cannot be read ({error}).", file=file) from None
        if (None, rdflib.RDF.type, rdflib.URIRef(f"{_SH}NodeShape")) in graph:
            holding.append(file)
        else:
            data += graph
    return holding, data


def _findings(bundle: Bundle, shapes: Sequence[Path], data: rdflib.Graph | None) -> list[tuple[str, str]]:
    """(severity, thing, path and message) of each result at the top, without those of the contradictions."""
    import pyshacl
    import rdflib

    wanted = rdflib.Graph()
    for file in shapes:
        wanted.parse(file, format="turtle")
    catalogue = bundle.rdflib(CATALOGUE)
    if data is not None:
        catalogue += data
    _, report, _ = pyshacl.validate(catalogue, shacl_graph=wanted, inference="none", advanced=False)
    sh = rdflib.Namespace(_SH)
    out = []
    for whole in report.subjects(rdflib.RDF.type, sh.ValidationReport):
        for result in report.objects(whole, sh.result):
            path = report.value(result, sh.resultPath)
            if str(path) in CONTRADICTIONS and data is not None:
                continue
            severity = str(report.value(result, sh.resultSeverity)).removeprefix(_SH)
            said = list(report.objects(result, sh.resultMessage))
            message = next((str(one) for one in said if getattr(one, "language", None) in ("fr", None)), "")
            focus = str(report.value(result, sh.focusNode)).rpartition("/")[2]
            where = f" {str(path).rpartition('#')[2].rpartition('/')[2]}" if isinstance(path, rdflib.URIRef) else ""
            out.append((severity, f"{focus}{where} : {message}"))
    return sorted(out)
