"""Importer `counts`: what others count, and what nobody does."""

from __future__ import annotations

import pytest

from maillage.errors import MaillageError

from ..conftest import Tiny

HEAD = "kind,count,as_of,said_by,note\n"


def test_a_count_says_what_of_when_and_by_whom(tiny: Tiny) -> None:
    rows = "mlg:ProfessionalCommunity,821,2025-06,FCPTS,of which 691 active\nPETR,124,2021,DGCL Banatic,\n" + "".join(
        f"mlg:HealthHouse,{n},2025-01,ministry,\n" for n in (1,)
    )
    source = tiny.csv(
        "counts_elsewhere.csv", HEAD + rows + "mlg:LocalHealthContract,,,,no figure found in nine searches\n"
    )
    tiny.run("counts", source)
    said = tiny.said("claim:denombrements/professionalcommunity")
    assert said["counts"] == ["ProfessionalCommunity"] and said["value"] == ["821"]
    assert said["asOf"] == ["2025-06"] and said["saidBy"] == ["FCPTS"]
    assert tiny.said("claim:denombrements/petr")["counts"] == ["petr"]
    assert tiny.said("doc:denombrements-nationaux")["countNotFound"] == ["LocalHealthContract"]


def test_a_kind_nobody_declared_is_refused_with_its_line(tiny: Tiny) -> None:
    source = tiny.csv("counts_elsewhere.csv", HEAD + "PETR,124,2021,DGCL,\ncafés santé,12,2024,quelqu'un,\n")
    with pytest.raises(MaillageError, match="cafés santé") as error:
        tiny.run("counts", source)
    assert error.value.line == 3 and not any("denombrements" in name for name in tiny.files())


@pytest.mark.parametrize("row", ["PETR,cent,2021,DGCL,", "PETR,124,hier,DGCL,", "PETR,124,20,DGCL,"])
def test_what_is_no_count_is_left_aside_and_told(tiny: Tiny, row: str) -> None:
    outcome = tiny.run("counts", tiny.csv("counts_elsewhere.csv", f"{HEAD}{row}\nmlg:HospitalGroup,135,2023,DREES,\n"))
    assert any("is no count" in line for line in outcome.report.lines())
    assert "claim:denombrements/petr" not in str(tiny.files())
