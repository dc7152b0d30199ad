"""data.europa.eu: a catalogue and which addresses answer come in; the 23 metrics of its assessment go out.

Together they are worth 405 points. A metric of files is got where every distribution of every dataset has it: the
portal averages, this card shows what lacks.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping

from maillage.export.portal.checks.card import Line, Words, judged, lacking
from maillage.export.portal.checks.opened import Bundle, Described
from maillage.export.portal.forms import FILE_TYPE, MEDIA_TYPE, by_file_type, by_media

_EU = "http://publications.europa.eu/resource/authority/"
Has = Callable[[Described, str], bool]


def _says(predicate: str) -> Has:
    return lambda catalogue, thing: bool(catalogue.get(thing, predicate))


def _in(predicate: str, space: str, known: Callable[[str], object] = bool) -> Has:
    """Whether every value is of a table, and of a code known of it."""

    def has(catalogue: Described, thing: str) -> bool:
        values = catalogue.get(thing, predicate)
        return bool(values) and all(v.startswith(space) and bool(known(v.removeprefix(space))) for v in values)

    return has


def _is(predicate: str, quality: str) -> Has:
    def has(catalogue: Described, thing: str) -> bool:
        codes = [value.removeprefix(FILE_TYPE) for value in catalogue.get(thing, predicate)]
        forms = [by_file_type(code) for code in codes]
        return bool(forms) and all(form is not None and getattr(form, quality) for form in forms)

    return has


def _answers(predicate: str, answering: Mapping[str, bool]) -> Has:
    def has(catalogue: Described, thing: str) -> bool:
        urls = catalogue.get(thing, predicate)
        return bool(urls) and all(answering.get(url, False) for url in urls)

    return has


def mqa(bundle: Bundle, answering: Mapping[str, bool], conforms: bool | None) -> list[Line]:
    """The lines of this family.

    Parameters
    ----------
    answering:
        Address -> whether it answers.
    conforms:
        Whether the official shapes find no violation; None where they were not given.
    """
    catalogue = bundle.catalogue
    datasets, files = catalogue.datasets(), catalogue.distributions()
    both: Has = lambda c, t: (  # noqa: E731
        _in("dct:format", FILE_TYPE, by_file_type)(c, t) and _in("dcat:mediaType", MEDIA_TYPE, by_media)(c, t)
    )
    table: list[tuple[int, Words, list[str], Has]] = [
        (30, ("mots-clés", "keywords"), datasets, _says("dcat:keyword")),
        (30, ("thème", "theme"), datasets, _says("dcat:theme")),
        (20, ("couverture spatiale", "spatial coverage"), datasets, _says("dct:spatial")),
        (20, ("couverture temporelle", "temporal coverage"), datasets, _says("dct:temporal")),
        (50, ("l'adresse d'accès répond", "the access address answers"), files, _answers("dcat:accessURL", answering)),
        (20, ("adresse de téléchargement", "download address"), files, _says("dcat:downloadURL")),
        (30, ("elle répond", "it answers"), files, _answers("dcat:downloadURL", answering)),
        (20, ("format", "format"), files, _says("dct:format")),
        (10, ("type de média", "media type"), files, _says("dcat:mediaType")),
        (10, ("format et type des tables de l'Union et de l'IANA", "format and type of the tables"), files, both),
        (20, ("format non propriétaire", "non-proprietary format"), files, _is("dct:format", "open")),
        (20, ("format lisible par machine", "machine-readable format"), files, _is("dct:format", "readable")),
    ]
    after: list[tuple[int, Words, list[str], Has]] = [
        (20, ("licence", "licence"), files, _says("dct:license")),
        (
            10,
            ("licence de la table de l'Union", "licence of the Union's table"),
            files,
            _in("dct:license", _EU + "licence/"),
        ),
        (10, ("droits d'accès", "access rights"), datasets, _says("dct:accessRights")),
        (
            5,
            ("droits d'accès de la table", "access rights of the table"),
            datasets,
            _in("dct:accessRights", _EU + "access-right/"),
        ),
        (20, ("contact", "contact"), datasets, _says("dcat:contactPoint")),
        (10, ("éditeur", "publisher"), datasets, _says("dct:publisher")),
        (5, ("droits", "rights"), files, _says("dct:rights")),
        (5, ("taille", "byte size"), files, _says("dcat:byteSize")),
        (5, ("date de publication", "date of issue"), files, _says("dct:issued")),
        (5, ("date de mise à jour", "date of update"), files, _says("dct:modified")),
    ]
    lines = [_line(catalogue, *metric) for metric in table]
    missing: Words | None = None
    if not conforms:
        unknown = conforms is None
        missing = (
            ("formes officielles non données", "official shapes not given") if unknown else ("violations", "violations")
        )
    fix: Words = ("Donnez --shapes, corrigez les violations.", "Give --shapes, mend the violations.")
    lines.append(
        judged("mqa", ("conforme à DCAT-AP", "conforms to DCAT-AP"), missing, fix, points=30, remark=conforms is None)
    )
    return [*lines, *(_line(catalogue, *metric) for metric in after)]


def _line(catalogue: Described, points: int, what: Words, things: Iterable[str], has: Has) -> Line:
    found = list(things)
    lack = [thing.rpartition("/")[2] for thing in found if not has(catalogue, thing)] if found else ["catalog"]
    fix: Words = ("Complétez about.ttl ou dcat.py.", "Complete about.ttl or dcat.py.")
    if "répond" in what[0]:
        fix = ("Servez le dossier à l'adresse de --base-url.", "Serve the folder at the address of --base-url.")
    return judged("mqa", what, lacking(lack), fix, points=points)
