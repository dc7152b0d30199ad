"""When the dates of a coordination are known: all four bounds of each participation, none of them only planned.

The words are those of docs/guides/in-force.md, "Who begins when", on graphs written for the purpose.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from maillage.library import Graph

from .test_rules import actors, built, day, event, part

START, SIGNED, END, AS_OF = "schema:startDate", "mlg:signedOn", "schema:endDate", "mlg:asOf"
KNOWN = day(START, "2018") + day(END, "2021")


def tie(graph: Graph) -> tuple[object, ...] | None:
    """The bounds of the one coordination, whether its end is open, whether its dates are known; None where there is none."""
    names = ("startEarliest", "startLatest", "endEarliest", "endLatest", "endOpen", "datesKnown")
    some = "".join(f"OPTIONAL {{ ?tie mlg:{name} ?{name} }} " for name in names)
    rows = list(graph.query(f"SELECT {' '.join(f'?{n}' for n in names)} WHERE {{ ?tie a mlg:Coordination . {some} }}"))
    assert len(rows) < 2
    return tuple(rows[0][name] for name in names) if rows else None


def two(
    tmp_path: Path, states: str, one: str = "", other: str = "", role: str = "partner", kind: str = "Contract"
) -> Graph:
    """Two parties to an arrangement, each with dates of its own or none."""
    return built(
        tmp_path,
        actors("a", "b"),
        event("x", states, kind=kind),
        part("body:a", "arr:x", role, more=one),
        part("body:b", "arr:x", role, more=other),
    )


@pytest.mark.parametrize(
    ("states", "one", "other", "bounds"),
    [
        (KNOWN, "", "", ("2018-01-01", "2018-12-31", "2021-01-01", "2021-12-31", None, True)),
        (day(START, "2018"), "", "", ("2018-01-01", "2018-12-31", None, None, None, False)),
        (day(END, "2021"), "", "", (None, None, "2021-01-01", "2021-12-31", None, False)),
        (day(START, "2018/.."), "", "", ("2018-01-01", "2018-12-31", None, None, True, True)),
        (
            day(START, "201X") + day(END, "2021"),
            "",
            "",
            ("2010-01-01", "2019-12-31", "2021-01-01", "2021-12-31", None, True),
        ),
        (
            day(SIGNED, "2018-02-23") + "; mlg:durationYears 5",
            "",
            "",
            ("2018-02-23",) * 2 + ("2023-02-22",) * 2 + (None, True),
        ),
        # The later start, the earlier end; of one party that is bounded, what is known of the two.
        (
            KNOWN,
            day(START, "2019-05-06"),
            day(END, "2020-06"),
            ("2019-05-06", "2019-05-06", "2020-06-01", "2020-06-30", None, True),
        ),
        ("", KNOWN, "", ("2018-01-01", None, None, "2021-12-31", None, False)),
        # A date of its own without a year is a date: neither the arrangement's nor known.
        (KNOWN, day(START, "XXXX-11-19"), "", ("2018-01-01", None, "2021-01-01", "2021-12-31", None, False)),
        (KNOWN, day(END, "XXXX-05"), "", ("2018-01-01", "2018-12-31", None, "2021-12-31", None, False)),
        # Seen as of a day: begun by its last, not ended before its first, within the arrangement.
        (KNOWN, day(AS_OF, "2020"), "", ("2018-01-01", "2020-12-31", "2020-01-01", "2021-12-31", None, True)),
        (KNOWN, day(AS_OF, "XXXX-12-31"), "", ("2018-01-01", None, None, "2021-12-31", None, False)),
        (day(START, "2018"), day(AS_OF, "2020"), "", ("2018-01-01", "2020-12-31", None, None, None, False)),
    ],
)
def test_bounds_and_whether_they_are_known(
    tmp_path: Path, states: str, one: str, other: str, bounds: tuple[object, ...]
) -> None:
    assert tie(two(tmp_path, states, one, other)) == bounds


@pytest.mark.parametrize(
    ("planned", "done", "known"),
    [
        (KNOWN, "", False),
        (day(END, "2021"), day(START, "2018"), False),
        (day(START, "2018"), day(END, "2021"), False),
        (day(START, "2018"), day(SIGNED, "2018-05-06") + day(END, "2021"), True),
        (KNOWN, KNOWN, True),
    ],
)
def test_what_is_only_planned_is_not_known(tmp_path: Path, planned: str, done: str, known: bool) -> None:
    """A signature that took place stands for the start that was planned for its year."""
    plan = f"claim:plan a mlg:State ; mlg:inArrangement arr:x ; mlg:modality modality:planned {planned} .\n"
    parties = (part(f"body:{who}", "arr:x", "partner") for who in "ab")
    found = tie(built(tmp_path, actors("a", "b"), event("x", done, kind="Contract"), plan, *parties))
    assert found is not None and found[-1] is known


def test_an_unknown_bound_drops_no_pair(tmp_path: Path) -> None:
    """What is unknown overlaps: a speaker on 15 March of some year may have met who took part on 1 January 2015."""
    graph = two(
        tmp_path, day(SIGNED, "2016-05"), day(START, "XXXX-03-15"), day(START, "2015-01-01"), role="participant"
    )
    assert tie(graph) == ("2015-01-01", None, None, "2015-01-01", None, False)


def test_periods_that_cannot_meet_make_no_pair(tmp_path: Path) -> None:
    """The earliest start of one is after the latest end of the other; a day before, they may meet."""
    earlier = day(START, "2015") + day(END, "2018")
    assert tie(two(tmp_path, "", earlier, day(START, "2019-01-01"))) is None
    assert tie(two(tmp_path, "", earlier, day(START, "2018-12-31"))) is not None


def test_a_coordination_runs_from_the_first_period_to_the_last(tmp_path: Path) -> None:
    """Two terms with a gap are one coordination; where one of its periods misses a bound, so does the outer one."""
    terms = (day(START, "2012") + day(END, "2013"), day(START, "2018") + day(END, "2021"))
    parts = [part(f"body:{who}", "arr:x", "partner", more=more) for who in "ab" for more in terms]
    graph = built(tmp_path, actors("a", "b"), event("x", kind="Contract"), *parts)
    assert tie(graph) == ("2012-01-01", "2012-12-31", "2021-01-01", "2021-12-31", None, True)
    endless = [part(f"body:{who}", "arr:x", "member", more=day(START, "2016")) for who in "ab"]
    graph = built(tmp_path, actors("a", "b"), event("x", kind="Contract"), *parts, *endless)
    found = tie(graph)
    assert found is not None and found[0] == "2012-01-01" and found[3:] == (None, None, False)


def test_what_is_denied_takes_no_start_away(tmp_path: Path) -> None:
    """A denied start leaves the signature, for those too whose role does not begin with it."""
    denied = f"claim:no a mlg:State ; mlg:inArrangement arr:x ; mlg:modality modality:denied {day(START, '2016')} .\n"
    parties = (part(f"body:{who}", "arr:x", "lead") for who in "ab")
    states = day(SIGNED, "2018-02-23") + day(END, "2021-12-31")
    graph = built(tmp_path, actors("a", "b"), event("x", states, kind="Contract"), denied, *parties)
    assert tie(graph) == ("2018-02-23", "2018-02-23", "2021-12-31", "2021-12-31", None, True)
