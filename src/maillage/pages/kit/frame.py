"""The frame of every page: a template and its values come in; a whole page, complete without JavaScript, goes out.

A template begins with ``{% extends "frame.html" %}`` and fills the block `main`; its words are those of the file of
words/ that bears its name. Everything a value holds is escaped. No style and no script stands in a page: the one style
sheet and the scripts are files, so that `POLICY` can forbid all else.
"""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

from maillage import __version__
from maillage.network.legend import NONE_KNOWN
from maillage.pages.kit.setting import Around, Setting
from maillage.pages.kit.shipped import shipped
from maillage.pages.kit.wording import counted, every, words
from maillage.views.card_text import flat
from maillage.views.map_outlines import sheet
from maillage.views.template import TEMPLATES as SHARED
from maillage.views.when import date_words, dated_text
from maillage.views.words import number_words

if TYPE_CHECKING:
    from jinja2 import Environment

TEMPLATES = Path(__file__).parents[1] / "templates"
#: What a page may load: files of its own origin, and nothing else; a server adds who may frame it.
POLICY = "; ".join(
    (
        "default-src 'none'",
        "style-src 'self'",
        "script-src 'self'",
        "img-src 'self' data:",
        "connect-src 'self'",
        "font-src 'self'",
        "form-action 'self'",
        "base-uri 'none'",
    )
)
#: What a card and the frame both give, and mean alike.
_ALIKE = {"flat"}
LICENCE = "https://www.etalab.gouv.fr/licence-ouverte-open-licence/"


def _plain(value: Any) -> Any:
    """A value as a page may hold it: without control characters and marks of direction, which would act on the rest."""
    if type(value) is not str or value.isprintable():  # not what a macro has made
        return value
    return "".join(char if char.isprintable() or char.isspace() else "\ufffd" for char in value)


@cache
def _environment() -> Environment:
    from jinja2 import Environment, FileSystemLoader, StrictUndefined

    return Environment(
        loader=FileSystemLoader([TEMPLATES, SHARED]),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        auto_reload=False,
        finalize=_plain,
        cache_size=-1,
    )


def framed(setting: Around, template: str, title: str, **values: Any) -> bytes:
    """A page.

    Parameters
    ----------
    setting:
        A `Setting`, or only what is around a page that says nothing of the graph.
    template:
        The name of a file of templates/.
    title:
        Of the page, for the tab and for search engines.
    values:
        What the template needs; besides, it has `lang`, `addresses`, `setting`, `number`, `counted`, `day`, `remark` (a
        note with its days in words) and `say` (the words of its file, and those given as `say` that it does not have).
        `alternates` are pairs (address, media type) of the same in other forms; `styles` and `scripts` name files of
        static/; `description` is a sentence for search engines; `here` says which entry of the navigation this page
        is.
    """
    lang = setting.lang
    page = _environment().get_template(template)
    around = {"alternates": (), "styles": (), "scripts": (), "description": "", "here": "", "q": ""}
    say = {**values.pop("say", {}), **words(template.partition(".")[0], lang)}
    ours = {
        "title": flat(title),
        "setting": setting,
        "addresses": setting.addresses,
        "lang": lang,
        "say": say,
        "day": lambda value: date_words(str(value), lang),
        "counted": lambda forms, number: counted(forms, number, lang),
        "remark": lambda text: dated_text(text, lang),
        "number": lambda value: number_words(str(value), lang),
        "flat": flat,
        "policy": POLICY,
        "licence": LICENCE,
        "none_known": NONE_KNOWN,
        "version": __version__,
        "register": setting.at if isinstance(setting, Setting) else None,
    }
    if taken := (values.keys() & ours.keys()) - _ALIKE:
        raise TypeError(f"the frame gives every template its own {', '.join(sorted(taken))}")
    return page.render({**around, **values, **ours}).encode()


def read_ahead() -> None:
    """Read all templates, words and files, so that pages can be made where nothing can be opened."""
    shipped()
    every()
    sheet("department")
    environment = _environment()
    for folder in (TEMPLATES, SHARED):
        for path in folder.glob("*.html"):
            environment.get_template(path.name)
