"""`maillage export push`: a bundle and a portal come in; what a push would do is told, or done with --yes."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import click

from maillage.cli.once import Command, Group
from maillage.cli.options import LANG, options
from maillage.cli.show import say
from maillage.errors import MaillageError
from maillage.things.text import printable


@click.group("push", cls=Group)
def push_group() -> None:
    """Push a bundle to a portal: a CKAN, data.gouv.fr or Zenodo.

    Each command tells, one line each, what it would create, update, send or leave, and writes nothing there unless
    --yes is given. The token is read from the environment only. A push that was interrupted goes on where it ended
    when it is run again; one that is run twice changes nothing the second time.
    """


_FOLDER = click.argument("folder", type=click.Path(path_type=Path))
_COMMON = (
    click.option("--yes", is_flag=True, help="Do it. Without, nothing is written there: what would be done is told."),
    click.option(
        "--timeout",
        type=click.FloatRange(min=0.1),
        default=20.0,
        show_default=True,
        metavar="SECONDS",
        help="How long to wait for an answer; one second more for each megabyte sent.",
    ),
    click.option(
        "--tries",
        type=click.IntRange(min=1),
        default=4,
        show_default=True,
        help="How often to ask a portal that fails (429, 500, 502, 503, 504, no answer, a cut).",
    ),
    LANG,
)


@push_group.command("ckan", cls=Command)
@_FOLDER
@click.option("--url", metavar="URL", required=True, help="The home page of the CKAN.")
@click.option(
    "--organization", metavar="NAME", default="", help="The organisation to publish for; by default the only one."
)
@click.option(
    "--name",
    default="maillage",
    show_default=True,
    help="The dataset's name in addresses; the vocabulary's is NAME-ontology.",
)
@options(*_COMMON)
def ckan_command(
    folder: Path, url: str, organization: str, name: str, yes: bool, timeout: float, tries: int, lang: str
) -> None:
    """Push FOLDER, written by `maillage export portal`, to a CKAN: two datasets, a resource a file.

    The token is that of MAILLAGE_CKAN_TOKEN. A dataset is private until all its files are there.
    """
    from maillage.export.push import ckan

    def ready(portal: Any, looks: bool) -> Any:
        return ckan.Ckan(portal, organization, name, lang, looks)

    _push("CKAN", folder, url, (ckan.TOKEN, ckan.HEADERS, ""), ready, yes, timeout, tries, lang)


@push_group.command("datagouv", cls=Command)
@_FOLDER
@click.option(
    "--url",
    metavar="URL",
    default="https://www.data.gouv.fr",
    show_default=True,
    help="The portal; https://demo.data.gouv.fr is the one to try on.",
)
@click.option(
    "--organization",
    metavar="NAME",
    default="",
    help="The organisation to publish for (identifier or name in its address); by default in one's own name.",
)
@options(*_COMMON)
def datagouv_command(
    folder: Path, url: str, organization: str, yes: bool, timeout: float, tries: int, lang: str
) -> None:
    """Push FOLDER, written by `maillage export portal`, to data.gouv.fr, or to another portal of the same software.

    The token is that of MAILLAGE_DATAGOUV_TOKEN. A dataset is private until all its files are there. A file of a kind
    that the portal does not take (.nq, .trig, .jsonld ...) is linked at the address of the folder.
    """
    from maillage.export.push import datagouv

    def ready(portal: Any, looks: bool) -> Any:
        return datagouv.Datagouv(portal, organization, looks)

    _push("data.gouv.fr", folder, url, (datagouv.TOKEN, datagouv.HEADERS, ""), ready, yes, timeout, tries, lang)


@push_group.command("zenodo", cls=Command)
@_FOLDER
@click.option(
    "--url",
    metavar="URL",
    default="https://zenodo.org",
    show_default=True,
    help="The Zenodo; https://sandbox.zenodo.org is the one to try on.",
)
@click.option("--publish", is_flag=True, help="Publish the draft in the end: for good, with a DOI.")
@options(*_COMMON)
def zenodo_command(folder: Path, url: str, publish: bool, yes: bool, timeout: float, tries: int, lang: str) -> None:
    """Push FOLDER, written by `maillage export portal`, to Zenodo: a draft, described by .zenodo.json.

    The token is that of MAILLAGE_ZENODO_TOKEN. The draft is published only with --publish, since that is for good.
    """
    from maillage.export.push import zenodo

    def ready(portal: Any, looks: bool) -> Any:
        return zenodo.Zenodo(portal, publish, looks)

    _push("Zenodo", folder, url, (zenodo.TOKEN, zenodo.HEADERS, zenodo.SCHEME), ready, yes, timeout, tries, lang)


def _push(
    name: str,
    folder: Path,
    url: str,
    signs: tuple[str, tuple[str, ...], str],
    ready: Callable[[Any, bool], Any],
    yes: bool,
    timeout: float,
    tries: int,
    lang: str,
) -> None:
    """Open the bundle, plan, tell the plan or carry it out."""
    from maillage.export.push.bundle import open_bundle
    from maillage.export.push.http import Patience, Portal, PortalError, token_from
    from maillage.export.push.plan import SAFE, Step, carry_out, whole

    fr = lang == "fr"
    variable, headers, scheme = signs
    address = _checked(url)
    token = token_from(variable)
    if yes and not token:
        what = f"there is no token for {name}: {variable} is not set."
        raise MaillageError(what, fix=f"Make one in your account there, then: export {variable}=...")
    bundle = open_bundle(folder)
    portal = Portal(name, address, token, headers, scheme, Patience(timeout, tries), say)
    if token and address.startswith("http://") and urlsplit(address).hostname not in ("localhost", "127.0.0.1", "::1"):
        say(
            "Attention : adresse sans chiffrement (http) ; le jeton y passe en clair."
            if fr
            else "Beware: an address without encryption (http); the token can be read on the way."
        )
    if not token:
        say(
            f"{variable} n'est pas posée : le portail n'est pas interrogé, voici ce que ferait un premier envoi."
            if fr
            else f"{variable} is not set: the portal is not asked, this is what a first push would do."
        )

    def tell(step: Step) -> None:
        click.echo(printable(portal.clean(step.line(lang))))

    try:
        plan = ready(portal, bool(token)).plan(bundle)
    except PortalError as error:
        raise whole(error) from None
    if yes:
        try:
            carry_out(plan, portal, tell)
        except KeyboardInterrupt:
            say("Interrompu. Relancer la même commande reprend où elle en était." if fr else f"Interrupted. {SAFE}")
            raise
    else:
        for step in plan.steps:
            tell(step)
    for note in plan.notes:
        say(note[not fr])
    say(portal.clean(plan.summary(lang)))
    if not yes and plan.to_do:
        say("Rien n'a été écrit là-bas. Le faire : --yes." if fr else "Nothing was written there. To do it: --yes.")


def _checked(url: str) -> str:
    """An address of a portal, without the slash at its end.

    Raises
    ------
    MaillageError
        For what is no http address, or bears a password, a query or a fragment.
    """
    try:
        parts = urlsplit(url)
        well = parts.scheme in ("http", "https") and parts.hostname and not (parts.query or parts.fragment)
        well = well and not parts.username and (parts.port or True) and not any(c.isspace() for c in url)
    except ValueError:
        well = False
    if not well:
        raise MaillageError("--url: this is no address of a portal.", fix="Write it like https://www.data.gouv.fr.")
    return url.rstrip("/")
