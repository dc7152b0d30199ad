"""Templates: the name of a file of templates/ comes in; its text, or the page made with it, goes out."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from jinja2 import Environment

TEMPLATES = Path(__file__).parent / "templates"


def environment() -> Environment:
    """What reads the templates: every value is escaped, and one that is missing is an error."""
    from jinja2 import Environment, FileSystemLoader, StrictUndefined

    return Environment(
        loader=FileSystemLoader(TEMPLATES),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )


@cache
def _shared() -> Environment:
    return environment()


def render(name: str, **values: Any) -> str:
    """The page that a template makes of these values."""
    return _shared().get_template(name).render(**values)


@cache
def text_of(name: str) -> str:
    """The text of a style sheet, a script or a list of words."""
    return (TEMPLATES / name).read_text(encoding="utf-8")
