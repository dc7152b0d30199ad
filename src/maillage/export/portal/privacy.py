"""The page on persons of a bundle: the guide, a release and who was left out come in; HTML in French goes out.

The guide (docs/guides/privacy.md) is the one text. Here whom to write to is filled in, and what this variant holds.
"""

from __future__ import annotations

from html import escape

from markdown_it import MarkdownIt

from maillage.errors import MaillageError
from maillage.export.portal.persons import LeftOut
from maillage.export.portal.release import Release
from maillage.places import guide
from maillage.releases.told import number
from maillage.things.sheet import sheet

PAGE, GUIDE = "vie-privee.html", "privacy.md"
#: The line of the guide that who publishes a copy fills in.
OPEN = "**Contact : à inscrire par qui publie cette copie.**"
#: What is said where nobody gave a contact.
UNKNOWN = "qui a publié ce dossier n'a pas donné d'adresse"
_STYLE = """
body{max-width:46rem}
th,td{border:1px solid #ccd3da;padding:.4rem .6rem;text-align:left}
td,th{vertical-align:top}code,pre{font:.88em/1.5 ui-monospace,monospace}
pre{background:#f4f6f8;padding:.7rem;overflow-x:auto}
.here{border-left:4px solid #0b5394;padding:.1rem 0 .1rem 1rem;background:#f4f6f8}
"""


def page(release: Release, gone: LeftOut | None) -> str:
    """The page of this variant.

    Parameters
    ----------
    gone:
        What was left out for the sake of persons; None in the variant with them.

    Raises
    ------
    MaillageError
        When the guide is not there, or has no line to fill in.
    """
    path = guide(GUIDE)
    text = path.read_text(encoding="utf-8")
    if text.count(OPEN) != 1:
        raise MaillageError("has no line for a contact to be filled in.", file=path, fix=f"Write this line: {OPEN}")
    title, _, rest = text.replace(OPEN, _contact(release.contact)).partition("\n")
    body = MarkdownIt("commonmark", {"html": False}).enable("table").render(rest)
    body = body.replace("<table>", '<div class="scroll" tabindex="0" role="group" aria-label="Tableau"><table>')
    body = body.replace("</table>", "</table></div>")
    said = f"""<h1>{escape(title.removeprefix("# "))}</h1>
<div class="here"><p><strong>Dans ce dossier</strong> (version {escape(release.version)}, du {release.modified}) :
{_variant(gone)}</p></div>
{body}"""
    return sheet(f"Maillage {release.version} : les personnes", said, _STYLE)


def _contact(address: str) -> str:
    """Whom to write to, as Markdown; an address is given by who publishes, never made up."""
    if not address:
        return f"**Contact : {UNKNOWN}. Écrivez au site où vous l'avez trouvé.**"
    return f"**Contact : [{address.removeprefix('mailto:')}](<{address}>), qui publie ce dossier.**"


def _variant(gone: LeftOut | None) -> str:
    if gone is None:
        return "les personnes que des textes publics nomment en fonction officielle, comme il est dit ci-dessous."
    counted = (
        number(len(gone.persons), "personne ôtée", "personnes ôtées"),
        number(len(gone.claims), "affirmation qui en nomme", "affirmations qui en nomment"),
        number(gone.texts, "texte où figure leur nom", "textes où figure leur nom"),
    )
    return (
        f"aucune personne ({', '.join(counted)}). Le nom d'un organisme peut contenir celui d'une personne : "
        "<code>data/organismes-portant-un-nom.txt</code> liste ceux qui semblent en porter un. Ce qui suit vaut "
        "pour le graphe dont ce dossier est tiré."
    )
