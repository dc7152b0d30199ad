"""The public face: places come in, a built graph to ask, draw and hand on goes out.

>>> import maillage
>>> g = maillage.open_graph()
>>> g.ask("who-coordinates-with", actor="ARS Grand Est").to_dataframe()
>>> g.network("coordination", at="2023")
>>> g.rdflib()
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING, Any

from maillage.asking.answers import Given, answer, free_answer
from maillage.asking.parsing import parse_words
from maillage.errors import MaillageError, ParseError
from maillage.networks import Networks
from maillage.pipeline.build import build
from maillage.pipeline.cache import ready
from maillage.pipeline.kept import open_kept
from maillage.pipeline.outside import open_endpoint
from maillage.pipeline.validate import Finding
from maillage.places import find_places
from maillage.store.embedded import dump_n_quads, dump_n_triples
from maillage.terms import PREFIXES, sparql_prologue
from maillage.things.progress import Progress, silent
from maillage.things.rdf import Triple
from maillage.things.table import Column, Table

if TYPE_CHECKING:
    import rdflib

    from maillage.views.card_model import Card

__all__ = ["Graph", "open_graph"]


class Graph(Networks):
    """A built graph. Made by `open_graph`; everything it gives is a plain table, a networkx graph or rdflib."""

    def ask(
        self,
        /,
        name: str,
        *,
        lang: str = "fr",
        region: str | None = None,
        department: str | None = None,
        epci: str | None = None,
        **params: Given,
    ) -> Table:
        """Answer a question of queries/questions/.

        Parameters
        ----------
        name:
            The question's file name without ``.rq``; see `questions`.
        lang:
            ``fr`` or ``en``: the language of labels and headings.
        region, department, epci:
            Keep what belongs to this territory or to one that lies in it: a name or official code (``54``, a SIREN for
            an intercommunal area), looked for among the territories of that level only. They fill the question's
            parameter ``territory``.
        params:
            The question's parameters: an IRI, CURIE, official code or label; a date as 2018, 2018-03 or 2018-03-15. A
            list of them asks for any of these.

        Returns
        -------
        Table
            With ``to_dataframe()``, ``to_csv()``, ``to_json()``, ``to_markdown()``.

        Raises
        ------
        MaillageError
            For an unknown question or parameter, a name that stands for nothing or several things, a place given to a
            question that knows no territory, or two places that lie apart.
        """
        query = self.built.catalogue.get("questions", name)
        values = self._scoped(query, params, {"region": region, "department": department, "epci": epci})
        return answer(query, self.built.store, self.built.names, values, lang)

    def questions(self, lang: str = "fr") -> Table:
        """The questions one can ask: name, what it answers, its parameters."""
        rows = [
            (q.name, q.words("question", lang), ", ".join(q.params), ", ".join(q.tags))
            for q in self.built.catalogue.of("questions")
        ]
        heads = (
            ("nom", "question", "paramètres", "thèmes") if lang == "fr" else ("name", "question", "parameters", "tags")
        )
        names = ("name", "question", "params", "tags")
        return Table([Column(n, h) for n, h in zip(names, heads, strict=True)], rows)

    def query(self, sparql: str, *, lang: str = "fr") -> Table:
        """Run SPARQL typed by hand against the default graph; the project's prefixes need not be declared."""
        prologue, sparql = " ".join(sparql_prologue().splitlines()), sparql.removeprefix("\ufeff")
        try:
            result = self.built.store.run(f"{prologue}\n{sparql}")
        except ParseError as error:
            # The prefixes stand on a line of their own, which the user did not write.
            said = re.sub(r"\bat (\d+):", lambda place: f"at {int(place[1]) - 1}:", error.what)
            what, fix = parse_words(sparql, said, PREFIXES)
            raise MaillageError(what, fix=fix) from None
        return free_answer(result, self.built.names, lang)

    def find(self, text: str, of: str | None = None) -> str:
        """The IRI of what a label, code or CURIE stands for (`of`: a class, as a CURIE).

        Raises
        ------
        MaillageError
            When it stands for several things (listed) or none (the nearest are offered).
        """
        return self.built.names.resolve(text, of)

    def search(self, text: str, *, kind: str | None = None, lang: str = "fr", limit: int = 20) -> Table:
        """What a text as one types it may mean, best first: a name or some words of it, a short form, a code.

        Errors of typing, accents, ligatures and hyphens do not matter. Persons are not found.

        Parameters
        ----------
        text:
            ``coeur``, ``cpam moselle``, ``130007834``, ``strasbuorg``.
        kind:
            Keep things of this class: a CURIE or label (``mlg:Hospital``, ``Hôpital``); kinds of it too.
        lang:
            ``fr`` or ``en``.
        limit:
            How many at most.

        Returns
        -------
        Table
            Columns ``thing``, ``thing_iri``, ``curie``, ``kind``, ``kind_iri``, ``place``, and ``why`` in words: its
            code, its name, the beginning of it, these words, or a near spelling.

        Raises
        ------
        NotFoundError
            When there is no such kind; the nearest are offered.
        """
        from maillage.search.answers import found

        return found(self.built.names, text, kind, lang, limit)

    def label(self, iri: str, lang: str = "fr") -> str:
        """What people call a thing."""
        return self.built.names.label(iri, lang)

    def profile(self, name_or_iri: str) -> rdflib.Graph:
        """What the profile of a thing's kind (queries/profiles/) says of it, as an rdflib graph.

        Raises
        ------
        MaillageError
            When the name stands for several things (listed) or none (the nearest are offered).
        """
        from maillage.asking.profiles import profile_triples, profiles_of

        built = self.built
        iri = built.names.resolve(name_or_iri)
        profiles = profiles_of(iri, built.catalogue, built.store, built.names)
        return _to_rdflib(profile_triples(iri, profiles, built.store))

    def card(self, text: str, lang: str = "fr") -> Card:
        """The card of a thing: facts, claims and sentences in words; write it with `maillage.views.card_text`.

        Parameters
        ----------
        text:
            A label, code, CURIE or IRI.
        lang:
            ``fr`` or ``en``.

        Raises
        ------
        MaillageError
            When the name stands for several things (listed) or none (the nearest are offered).
        """
        from maillage.views.card import make_card

        built = self.built
        return make_card(built.names.resolve(text), built.catalogue, built.store, built.names, lang)

    def findings(self, lang: str = "fr") -> list[Finding]:
        """What the shapes and checks find."""
        return self.built.findings(lang)

    def rdflib(self, *, named: bool = False) -> rdflib.Graph:
        """The facts, derived ones included, as an rdflib graph; `named` gives a Dataset, one graph a file.

        The default graph of the Dataset is the union of its named graphs, as queries are written for.
        """
        import rdflib

        store = self.built.store
        if named:
            dataset = rdflib.Dataset(default_union=True)
            dataset.parse(data=dump_n_quads(store.quads()).decode(), format="nquads")
            return dataset
        return _to_rdflib(store.triples())

    def ontology(self, *, facts: bool = True) -> Any:
        """The vocabulary, with the facts or without, as an owlready2 ontology to reason over (extra ``ontology``).

        Values whose type OWL 2 does not have, dates first, are left out: `maillage.reasoning.variant` counts them.

        Raises
        ------
        MaillageError
            When owlready2 or Java is not installed.
        """
        from maillage.reasoning.hermit import installed, ontology
        from maillage.reasoning.variant import facts_of, variant

        installed()
        said = facts_of(self.built.loaded.quads()) if facts else ()
        return ontology(variant(self.built.loaded.places, said).triples)

    def __len__(self) -> int:
        """Facts, derived ones included."""
        return len(self.built.store)

    def __repr__(self) -> str:
        coordinations, pairs = self.built.pairs
        claims = sum(self.built.claims.values())
        return f"<maillage.Graph: {len(self)} triples, {claims} claims, {pairs} pairs in {coordinations} coordinations>"


def _to_rdflib(triples: Iterable[Triple]) -> rdflib.Graph:
    import rdflib

    graph = rdflib.Graph(bind_namespaces="none")
    graph.parse(data=dump_n_triples(triples).decode(), format="nt")
    for prefix, namespace in PREFIXES.items():
        graph.bind(prefix, namespace, replace=True)
    return graph


def open_graph(
    graph: str | Path | None = None,
    *,
    store: str | Path | None = None,
    endpoint: str | None = None,
    cache: bool = True,
    progress: Progress = silent,
    **places: Any,
) -> Graph:
    """The shipped graph, or that of a folder of Turtle files: built the first time, and kept for the next.

    Parameters
    ----------
    graph:
        A folder of Turtle files; by default the project's own.
    store:
        A folder written by ``maillage build -o``, to ask in place of Turtle files.
    endpoint:
        The address of a SPARQL 1.1 endpoint that holds the graph, derived facts included, to ask in their place.
    cache:
        Whether to open what was kept of the same content, and to keep what is built, in the user's cache. Without, the
        graph is built in memory, where a question takes less time than on disk.
    progress:
        Told how far a build has come: a step of `maillage.things.progress.STEPS` and the share of it that is done.

    Raises
    ------
    MaillageError
        For a missing or empty folder, a file that is not Turtle, or a `store` that holds no build.
    """
    found = find_places(**places)
    if endpoint is not None:
        if graph is not None or store is not None:
            raise MaillageError("an endpoint is a graph of its own.", fix="Leave 'graph' and 'store' out.")
        return Graph(open_endpoint(endpoint, found, cache, progress))
    if store is not None:
        if graph is not None:
            raise MaillageError("'graph' and 'store' are two graphs.", fix="Give one of them.")
        return Graph(open_kept(Path(store), found, cache, progress))
    chosen = found if graph is None else found.with_graph(Path(graph))
    return Graph(ready(chosen, progress) if cache else build(chosen, progress=progress))
