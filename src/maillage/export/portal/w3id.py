"""The addresses of w3id.org: a release and its files come in; rules of redirection, and how to file them, go out."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable

from maillage.export.portal.changes import FOLDER
from maillage.export.portal.release import Release
from maillage.releases.told import FEED
from maillage.terms import BASE, DEF, KINDS, SCHEMES

#: Media types, the ending of the file each gets, in the order they are looked for; the last is for who names none.
_FORMS = (
    ("text/html|application/xhtml\\+xml", ".html"),
    ("application/rdf\\+xml", ".rdf"),
    ("application/ld\\+json|application/json", ".jsonld"),
    ("application/n-triples", ".nt"),
)


def htaccess(release: Release, paths: Collection[str], versions: Iterable[str]) -> str:
    """The rules for ``maillage/.htaccess`` in the repository of w3id.org.

    `versions` are the IRIs of the versions of the vocabulary; those that are not this one's lead to it too, until the
    files of former releases are served. Only addresses of files of the bundle are redirected to; a form it lacks
    falls back on Turtle.
    """
    base = release.base
    lines = [
        f"# Maillage, version {release.version}. À déposer dans le dossier maillage/ du dépôt de w3id.org (README.md).",
        "Options +FollowSymLinks -MultiViews",
        "AddType text/turtle .ttl",
        "AddType application/ld+json .jsonld",
        "RewriteEngine on",
        "Header always set Access-Control-Allow-Origin *",
        "Header always set Vary Accept",
        "",
    ]
    concepts = "|".join(SCHEMES)
    lines += ["# Le vocabulaire : termes (def#...), listes et concepts (def/role, def/role/carrier)."]
    version, feed = re.escape(release.version), f"{FOLDER}{FEED}"
    for name in versions:
        path = name.removeprefix(BASE)
        part = next((part for part in ("schemes", "alignments", "shapes") if part in path), "maillage")
        part = "shapes" if path.startswith("shape/") else part
        lines += _negotiated(f"^{re.escape(path)}/?$", f"{base}ontology/{part}", paths, f"ontology/{part}")
    for pattern, part in (
        ("def", "maillage"),
        (f"def/(?:{concepts})(?:/.*)?", "schemes"),
        ("def/schemes", "schemes"),
        ("def/alignments", "alignments"),
        ("shape(?:/.*)?", "shapes"),
    ):
        lines += _negotiated(f"^{pattern}/?$", f"{base}ontology/{part}", paths, f"ontology/{part}")
    lines += ["", "# Le jeu de données et ses descriptions."]
    lines += _negotiated("^(?:catalog|dataset)(?:/.*)?$", f"{base}catalog", paths, "catalog")
    lines += [
        _rule("^void$", f"{base}void.ttl"),
        _rule("^service$", f"{base}service.ttl"),
        _rule(r"^logo\.svg$", f"{base}ontology/logo.svg"),
        _rule("^example/(.*)$", f"{base}ontology/example/$1.ttl"),
        _rule("^question/.*$", f"{base}queries/questions.ttl"),
        _rule("^prefixes$", f"{base}queries/questions.ttl"),
        *([_rule("^release/?$", f"{base}{feed}")] if feed in paths else []),
        _rule(f"^release/{version}/(.*)$", f"{base}$1"),
        _rule("^files/(.*)$", f"{base}$1") if release.given_base else "# files/ : refaites ce fichier avec --base-url.",
        "",
        "# Les choses (id/...) et les graphes nommés (graph/...).",
    ]
    kinds = "|".join(KINDS.values())
    if release.sparql:
        for space in (f"id/(?:{kinds})/.+", "graph/.+"):
            iri = "%3Chttps://w3id.org/maillage/$1%3E"
            lines.append(_rule(f"^({space})$", f"{release.sparql}?query=DESCRIBE%20{iri}", "R=303,NE,L"))
    else:
        lines.append(_rule(f"^id/(?:{kinds})/.*$", f"{base}void.ttl"))
        lines.append(_rule("^graph/.*$", f"{base}service.ttl"))
    lines += ["", "# L'accueil.", _rule("^$", f"{base}README.md"), _rule("^contributors$", f"{base}catalog.ttl"), ""]
    return "\n".join(lines)


def _negotiated(pattern: str, target: str, paths: Collection[str], stem: str) -> list[str]:
    lines = []
    for media, ending in _FORMS:
        names = [f"{stem}.fr.html", f"{stem}.html"] if ending == ".html" else [stem + ending]
        found = next((name for name in names if name in paths), None)
        if found is not None:
            lines.append(f"RewriteCond %{{HTTP_ACCEPT}} {media}")
            lines.append(_rule(pattern, target + found.removeprefix(stem)))
    lines.append(_rule(pattern, f"{target}.ttl"))
    return lines


def _rule(pattern: str, target: str, flags: str = "R=303,L") -> str:
    return f"RewriteRule {pattern} {target} [{flags}]"


def readme(release: Release) -> str:
    """How to file the rules, and what they do."""
    return (
        "# w3id.org/maillage\n\n"
        "Identifiants pérennes de Maillage, graphe ouvert de la gouvernance territoriale de la santé.\n"
        "Permanent identifiers of Maillage, an open graph of territorial health governance.\n\n"
        f"- Fichiers / files : {release.base}\n"
        f"- Version : {release.version}\n"
        f"- Vocabulaire / vocabulary : {DEF.removesuffix('/')}\n"
        "- Contact : Maillage contributors"
        + (f", {release.contact.removeprefix('mailto:')}\n\n" if release.contact else "\n\n")
        + "Pour déposer : copiez ce dossier sous le nom `maillage/` dans une copie du dépôt perma-id/w3id.org, et "
        "proposez le "
        "changement. w3id demande une personne à joindre : ajoutez son compte à la ligne du contact.\n\n"
        "Chaque version garde ses fichiers : servez-la sous une adresse qui porte son numéro, et gardez les règles "
        "`release/` des versions d'avant quand vous en ajoutez une.\n\n"
        "To file: copy this folder as `maillage/` into a fork of the repository perma-id/w3id.org and propose the "
        "change. "
        "Keep the `release/` rules of former versions when you add one.\n"
    )
