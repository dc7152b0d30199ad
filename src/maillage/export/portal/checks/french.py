"""data.gouv.fr: a catalogue and which addresses answer come in; the 9 criteria of its quality score go out.

The criteria are those of udata, the program of the portal: a description of more than 100 characters, a frequency said
and kept, a licence it knows, an open format, files that answer and are described, coverage in space and time. They are
judged as its reader understands the catalogue: it follows the IRI of a period, and takes two datatypes of geometries.
A last line says what it asks for and refuses.
"""

from __future__ import annotations

from collections.abc import Mapping

from maillage.export.portal.checks.card import Line, Words, judged, lacking
from maillage.export.portal.checks.opened import FRENCH, Bundle, Described
from maillage.things.rdf import BlankNode, Literal

_LICENCE = "Licence Ouverte / Open Licence version 2.0"
#: Of these no regular update is expected, which counts as kept.
_UNBOUND = ("IRREG", "CONT", "UPDATE_CONT", "AS_NEEDED")
_OPEN = {"csv", "json", "jsonld", "ttl", "trig", "nq", "nt", "rdf", "geojson", "xml", "gexf", "graphml", "tsv", "txt"}
#: The datatypes of a geometry that its reader takes.
_READ = (
    "https://www.iana.org/assignments/media-types/application/vnd.geo+json",
    "http://www.opengis.net/rdf#wktLiteral",
)
_FIX: Words = ("Complétez about.ttl ou dcat.py (datagouv).", "Complete about.ttl or dcat.py (datagouv).")


def french(bundle: Bundle, answering: Mapping[str, bool]) -> list[Line]:
    """The lines of this family: nine criteria, a point each, then what the reader asks for."""
    catalogue = bundle.french
    datasets, files = catalogue.datasets(), catalogue.distributions()
    none = [] if datasets else [FRENCH]

    def of(things: list[str], test: object) -> list[str]:
        assert callable(test)
        return none or [one.rpartition("/")[2] for one in things if not test(one)]

    def said(predicate: str) -> object:
        return lambda one: bool(catalogue.get(one, predicate))

    def frequency(one: str) -> bool:
        return any(v.rpartition("/")[2] != "UNKNOWN" for v in catalogue.get(one, "dct:accrualPeriodicity"))

    def kept(one: str) -> bool:
        return any(v.rpartition("/")[2] in _UNBOUND for v in catalogue.get(one, "dct:accrualPeriodicity"))

    def covered(one: str) -> bool:
        shapes = (t for place in catalogue.get(one, "dct:spatial") for t in catalogue.terms(place, "locn:geometry"))
        return any(isinstance(shape, Literal) and shape.datatype.value in _READ for shape in shapes)

    def dated(one: str) -> bool:
        periods = (term for term in catalogue.terms(one, "dct:temporal") if isinstance(term, BlankNode))
        return any(catalogue.get(str(period), "dcat:startDate") for period in periods)

    criteria: list[tuple[Words, list[str]]] = [
        (
            ("description de plus de 100 caractères", "description of more than 100 characters"),
            of(datasets, lambda one: any(len(text) > 100 for text in catalogue.get(one, "dct:description"))),
        ),
        (("fréquence de mise à jour dite", "frequency of update said"), of(datasets, frequency)),
        (("fréquence respectée", "frequency kept"), of(datasets, kept)),
        (
            ("licence connue du portail", "licence known to the portal"),
            of(datasets, lambda one: _LICENCE in catalogue.get(one, "dct:rights")),
        ),
        (
            ("un format ouvert", "an open format"),
            of(datasets, lambda one: any(_opened(catalogue, part) for part in catalogue.get(one, "dcat:distribution"))),
        ),
        (("couverture spatiale, avec géométrie", "spatial coverage, with geometry"), of(datasets, covered)),
        (("couverture temporelle", "temporal coverage"), of(datasets, dated)),
        (
            ("tous les fichiers répondent", "all files answer"),
            of(files, lambda one: all(answering.get(u, False) for u in catalogue.get(one, "dcat:downloadURL"))),
        ),
        (("fichiers documentés", "files documented"), of(files, said("dct:description"))),
    ]
    lines = [judged("data.gouv.fr", what, lacking(lack), _FIX, points=1) for what, lack in criteria]
    refused = [*none, *_refused(catalogue)]
    what = ("ce que son lecteur demande et refuse", "what its reader asks for and refuses")
    return [*lines, judged("data.gouv.fr", what, lacking(refused), _FIX)]


def _opened(catalogue: Described, part: str) -> bool:
    return any(value.partition(".")[0] in _OPEN for value in catalogue.get(part, "dct:format"))


def _refused(catalogue: Described) -> list[str]:
    """What stands in the way of the portal's reader: no identifier or title, keywords that are no texts, a checksum."""
    out = []
    for one in catalogue.datasets():
        name = one.rpartition("/")[2]
        out += [
            f"{name} {prop}" for prop in ("dct:identifier", "dct:title", "dct:rights") if not catalogue.get(one, prop)
        ]
        for prop in ("dcat:keyword", "dct:rights", "dct:title"):
            terms = catalogue.terms(one, prop)
            out += [
                f"{name} {prop}" for term in terms if not isinstance(term, Literal) or term.language not in (None, "fr")
            ]
    return out + [f"spdx:checksum ({len(catalogue.every('spdx:checksum'))})"] * bool(catalogue.every("spdx:checksum"))
