"""What the documents show is run: `$ maillage` lines must succeed and print what follows them, python blocks must run.

In a copy of the checkout's data, so that an example may write files, even into graph/.
"""

from __future__ import annotations

import contextlib
import doctest
import io
import os
import re
import shlex
import shutil
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

import pytest

from maillage.cli import run
from maillage.places import Places

ROOT = Path(__file__).resolve().parents[2]
PAGES = [ROOT / "README.md", ROOT / "CONTRIBUTING.md", *sorted((ROOT / "docs").rglob("*.md"))]
PYTHON = [ROOT / "README.md", *(ROOT / "docs" / "guides" / name for name in ("tutorial.md", "measures.md"))]
#: Columns of the window: what a page shows must be what one of these prints (140 is the width without a window).
WIDTHS = ("100", "140")
ANY_LINES = ("…", "...")
#: Commands that work on whole files take the small graph (what they do to the shipped one has tests of its own).
ON_FILES = ("build", "check", "export", "fmt")
#: Not those that read what such a command wrote.
ON_PRODUCTS = (["export", "validate"], ["export", "push"])
UPDATE = bool(os.environ.get("MAILLAGE_UPDATE_GOLDEN"))


@dataclass
class Example:
    """A `$ ` line of a console block and the output lines shown under it (from line `first`, 0-based)."""

    command: str
    line: int
    first: int
    shown: list[str] = field(default_factory=list)

    @property
    def expected(self) -> list[str]:
        return trimmed(self.shown)


def trimmed(lines: list[str]) -> list[str]:
    """Without the blanks at the ends of lines and the empty lines at the end; no one types a no-break space."""
    lines = [re.sub("[\u00a0\u202f]", " ", line).rstrip() for line in lines]
    while lines and not lines[-1]:
        lines.pop()
    return lines


def blocks(text: str, language: str) -> Iterator[tuple[int, list[str]]]:
    """The fenced blocks of a language: 1-based number of their first line, and their lines."""
    inside: list[str] | None = None
    fence = kind = ""
    start = 0
    for number, line in enumerate(text.splitlines(), start=1):
        opened = re.match(r"(`{3,}|~{3,})\s*(\S*)", line.strip())
        if inside is None and opened:
            fence, kind, inside, start = opened[1], opened[2], [], number + 1
        elif inside is not None and line.strip() == fence:
            if kind == language:
                yield start, inside
            inside = None
        elif inside is not None:
            inside.append(line)
    assert inside is None, f"line {start}: this block is not closed"


def examples(text: str) -> list[Example]:
    found: list[Example] = []
    for start, lines in blocks(text, "console"):
        current: Example | None = None
        for number, line in enumerate(lines, start=start):
            if current is not None and current.command.endswith("\\") and not current.shown:
                current.command = current.command[:-1] + line.strip()
                current.first = number
            elif line.startswith("$ "):
                current = Example(line[2:].strip(), number, number)
                found.append(current)
            else:
                assert current is not None, f"line {number}: a console block begins with a command, '$ ...'"
                current.shown.append(line)
    return [example for example in found if example.command.split()[0] == "maillage"]


def agrees(expected: list[str], said: list[str]) -> bool:
    """Whether `said` is what is shown, where a line `…` stands for any lines."""
    parts = [
        ".*" if line in ANY_LINES else re.escape(line) + ("\n" if number < len(expected) - 1 else "\n?")
        for number, line in enumerate(expected)
    ]
    return re.fullmatch("".join(parts), "\n".join(said), re.DOTALL) is not None


def call(command: str, small: Path) -> tuple[int, list[str], str]:
    """Exit code, lines of stdout, and stderr of a command, which may end in `> FILE`."""
    words = shlex.split(command)
    assert not {"|", "<", "&&", ";"} & set(words), f"'{command}': only '> FILE' is understood here"
    target = None
    if ">" in words:
        words, (target,) = words[: words.index(">")], words[words.index(">") + 1 :]
    out, err = io.StringIO(), io.StringIO()
    with contextlib.redirect_stdout(out), contextlib.redirect_stderr(err):
        small_one = words[1] in ON_FILES and words[1:3] not in ON_PRODUCTS and "--graph" not in words
        code = run([*words[1:], "--graph", str(small)] if small_one else words[1:])
    if target is not None:
        Path(target).write_text(out.getvalue(), encoding="utf-8")
        return code, [], err.getvalue()
    return code, trimmed(out.getvalue().splitlines()), err.getvalue()


def refreshed(expected: list[str], said: list[str]) -> list[str] | None:
    """What to show instead: as much of the head and tail of `said` as was shown around one `…`; None: by hand."""
    marks = [number for number, line in enumerate(expected) if line in ANY_LINES]
    if not marks:
        return said
    head, tail = marks[0], len(expected) - marks[-1] - 1
    if len(marks) > 1 or len(said) < head + tail:
        return None
    return [*said[:head], expected[head], *(said[-tail:] if tail else [])]


@pytest.fixture(scope="module")
def checkout(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of what the commands read; `places` takes it for a checkout."""
    copy = tmp_path_factory.mktemp("checkout")
    for name in ("ontology", "graph", "queries"):
        shutil.copytree(ROOT / name, copy / name)
    (copy / "src" / "maillage").mkdir(parents=True)
    shutil.copy(ROOT / "src" / "maillage" / "places.py", copy / "src" / "maillage" / "places.py")
    return copy


@pytest.fixture
def desk(checkout: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The copy as working directory; commands that ask open what the session keeps of the same files."""
    monkeypatch.chdir(checkout)
    tokens = [f"MAILLAGE_{portal}_TOKEN" for portal in ("CKAN", "DATAGOUV", "ZENODO")]
    for name in ("FORCE_COLOR", "CLICOLOR_FORCE", "PY_COLORS", "NO_COLOR", *tokens):
        monkeypatch.delenv(name, raising=False)
    return checkout


def name_of(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()


@pytest.mark.parametrize("page", [p for p in PAGES if examples(p.read_text(encoding="utf-8"))], ids=name_of)
def test_console(page: Path, desk: Path, small: Places, monkeypatch: pytest.MonkeyPatch) -> None:
    lines = page.read_text(encoding="utf-8").splitlines()
    wrong: list[str] = []
    rewritten: list[tuple[Example, list[str]]] = []
    for example in examples("\n".join(lines)):  # in their order: one may read what another wrote
        said: list[str] = []
        for width in WIDTHS:
            monkeypatch.setenv("COLUMNS", width)
            code, said, complaint = call(example.command, small.graph)
            assert code == 0, f"{name_of(page)}:{example.line}: {example.command}\n{complaint}"
            if not example.expected or agrees(example.expected, said):
                break
        else:
            monkeypatch.setenv("COLUMNS", WIDTHS[0])
            said = call(example.command, small.graph)[1]
            new = refreshed(example.expected, said) if UPDATE else None
            if new is not None:
                rewritten.append((example, new))
            else:
                shown = "\n".join(said)
                wrong.append(f"{name_of(page)}:{example.line}: {example.command} now prints\n{shown}")
    for example, new in reversed(rewritten):  # from the end, so that a rewriting moves no line to come
        lines[example.first : example.first + len(example.expected)] = new
    if UPDATE and "\n".join(lines) + "\n" != page.read_text(encoding="utf-8"):
        page.write_text("\n".join(lines) + "\n", encoding="utf-8")
    assert not wrong, "\n\n".join(wrong)


@pytest.mark.parametrize("page", PYTHON, ids=name_of)
def test_python(page: Path, desk: Path) -> None:
    """The blocks of a page are one program; those with `>>>` are also compared with what they show."""
    names: dict[str, object] = {"__name__": "__main__"}
    found = list(blocks(page.read_text(encoding="utf-8"), "python"))
    assert found, f"{name_of(page)} shows no python: take it off the list"
    for start, lines in found:
        source = "\n".join(lines) + "\n"
        where = f"{name_of(page)}:{start}"
        with contextlib.redirect_stdout(io.StringIO()) as out:
            if source.lstrip().startswith(">>>"):
                test = doctest.DocTestParser().get_doctest(source, names, where, str(page), start - 1)
                options = doctest.ELLIPSIS | doctest.NORMALIZE_WHITESPACE
                result = doctest.DocTestRunner(optionflags=options).run(test, clear_globs=False)
                names = test.globs
                assert not result.failed, out.getvalue()
            else:
                exec(compile("\n" * (start - 1) + source, str(page), "exec"), names)


def test_reading_of_blocks() -> None:
    text = (
        "```console\n$ maillage x \\\n  -p a=b\none\n…\nlast\n\n$ make run\nnot read\n```\n```sh\n$ maillage no\n```\n"
    )
    (example,) = examples(text)
    assert (example.command, example.expected) == ("maillage x -p a=b", ["one", "…", "last"])
    assert agrees(example.expected, ["one", "last"])
    assert agrees(example.expected, ["one", "two", "three", "last"])
    assert not agrees(example.expected, ["one", "two"])
    assert not agrees(["one"], ["one", "two"])
    assert agrees(["one", "…"], ["one", "two"])
    assert refreshed(["one", "…", "last"], ["1", "2", "3", "4"]) == ["1", "…", "4"]
    assert refreshed(["one", "…", "two", "…"], ["1", "2", "3", "4"]) is None
