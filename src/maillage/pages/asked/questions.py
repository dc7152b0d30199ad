"""The list of questions: the catalogue comes in; each question as a sentence, by theme, goes out."""

from __future__ import annotations

from maillage.pages.kit.frame import framed
from maillage.pages.kit.setting import Given, Setting
from maillage.pages.kit.wording import words


def page(setting: Setting, of: str, given: Given) -> bytes:
    """The page of all questions. A question stands under the first of its tags."""
    say = words("questions", setting.lang)
    themes: dict[str, list[tuple[str, str, str | None]]] = {theme: [] for theme in say["themes"]}
    for query in setting.graph.built.catalogue.of("questions"):
        asked = query.words("question", setting.lang)
        themes[query.tags[0]].append((query.name, asked, setting.addresses.question(query.name)))
    return framed(
        setting,
        "questions.html",
        say["title"],
        here="questions",
        description=say["lead"],
        themes=[(name, said, sorted(themes[name])) for name, said in say["themes"].items() if themes[name]],
    )
