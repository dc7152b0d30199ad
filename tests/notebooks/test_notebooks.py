"""The notebooks: clean in git, no SPARQL typed inside, run whole by the running interpreter, with their figures."""

from __future__ import annotations

import base64
import os
import re
import struct
from pathlib import Path

import nbformat
import pytest
from ipykernel.kernelspec import write_kernel_spec
from jupyter_client.kernelspec import KernelSpecManager
from jupyter_client.manager import AsyncKernelManager
from nbclient import NotebookClient

from maillage.library import Graph

ROOT = Path(__file__).resolve().parents[2]
NOTEBOOKS = sorted((ROOT / "notebooks").glob("*.ipynb"))
SPARQL = re.compile(r"\b(SELECT|CONSTRUCT|DESCRIBE|ASK|WHERE|PREFIX|OPTIONAL|UNION|MINUS|VALUES)\b|\bg\.query\(")
#: How many figures, and what it writes beside them.
EXPECTED = {
    "01-lire-le-graphe": (
        2,
        {"reseau.png", "reseau.pdf", "reseau.html", "reseau.gexf", "partenaires.csv", "partenaires.xlsx"},
    ),
    "02-reseau-d-un-territoire": (1, {"reseau-entier.csv", "communautes.png", "formes.csv"}),
    "03-courtage-et-centralite": (2, {"mesures.csv", "contrainte.png", "courtiers.csv", "roles.png"}),
    "04-dans-le-temps": (
        4,
        {"annees.csv", "annees.png", "mouvement.csv", "mouvement.png", "frise.html", "frise.png"}
        | {"ecart.csv", "ecart.html", "ecart.png"},
    ),
    "05-couverture-territoriale": (
        3,
        {"comptes.csv", "comptes.png", "regions.csv", "regions.png", "documents.csv", "rangs.csv", "rangs.png"},
    ),
}

each = pytest.mark.parametrize("path", NOTEBOOKS, ids=lambda p: p.stem)


def test_all_are_expected() -> None:
    assert {path.stem for path in NOTEBOOKS} == set(EXPECTED)


@each
def test_committed_clean(path: Path) -> None:
    book = nbformat.read(path, as_version=4)
    nbformat.validate(book)
    for number, cell in enumerate(book.cells):
        if cell.cell_type == "code":
            assert not cell.outputs, f"cell {number}: clear the outputs before saving"
            assert cell.execution_count is None, f"cell {number}: clear the outputs before saving"
            assert not cell.metadata, f"cell {number}: metadata of an editor"
    assert path.read_text(encoding="utf-8") == nbformat.writes(book) + "\n", "not in nbformat's own layout"


@each
def test_no_sparql_typed_inside(path: Path) -> None:
    for number, cell in enumerate(nbformat.read(path, as_version=4).cells):
        if cell.cell_type == "code":
            assert not SPARQL.search(cell.source), f"cell {number}: call a query by its name instead"


@each
def test_runs(path: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    # The kernel is this interpreter with this checkout, whatever kernels the machine has.
    kernels = tmp_path / "kernels"
    write_kernel_spec(kernels / "python3")
    monkeypatch.setenv("PYTHONPATH", os.pathsep.join([str(ROOT / "src"), os.environ.get("PYTHONPATH", "")]))
    manager = AsyncKernelManager(
        kernel_name="python3", kernel_spec_manager=KernelSpecManager(kernel_dirs=[str(kernels)])
    )
    work = tmp_path / "work"
    work.mkdir()
    book = nbformat.read(path, as_version=4)
    NotebookClient(book, km=manager, timeout=120, resources={"metadata": {"path": str(work)}}).execute()

    outputs = [output for cell in book.cells if cell.cell_type == "code" for output in cell.outputs]
    warned = [output.text for output in outputs if output.get("name") == "stderr"]
    assert not warned
    printed = "".join(output.text for output in outputs if output.get("name") == "stdout")
    assert not re.search(r"«\s*»|caractères (0 à 0|None)|None", printed), "what has no words is shown as words"
    tables = "".join(output.data["text/html"] for output in outputs if "text/html" in output.get("data", {}))
    assert "white-space: normal" in tables, "long sentences are cut at the edge"
    figures, files = EXPECTED[path.stem]
    pictures = [output.data["image/png"] for output in outputs if "image/png" in output.get("data", {})]
    assert len(pictures) == figures
    for picture in pictures:
        width, height = struct.unpack(">II", base64.b64decode(picture)[16:24])
        assert width > 900 and height > 300
    assert {file.name for file in (work / "sortie").iterdir()} == files
    assert all(file.stat().st_size > 200 for file in (work / "sortie").iterdir())


def test_the_link_is_followed_to_its_sentence(small_graph: Graph) -> None:
    """What the notebook shows of one link stands in the graph as it says."""
    book = nbformat.read(ROOT / "notebooks" / "01-lire-le-graphe.ipynb", as_version=4)
    source = "\n".join(cell.source for cell in book.cells)
    assert '"CPAM de Meurthe-et-Moselle"' in source and '"ARS Grand Est"' in source
    network = small_graph.network("coordination", department="54")
    pair = small_graph.find("CPAM de Meurthe-et-Moselle"), small_graph.find("ARS Grand Est")
    ties = network.edges[pair]["ties"]
    quotations = [quotation for tie in ties for quotation in tie["quotations"]]
    assert quotations
    assert {q["exact"] is None for q in quotations} == {True, False}, "a page of the register, and a sentence"
    assert all(q["exact"] is None or q["end"] - q["start"] == len(q["exact"]) for q in quotations)
