"""A stranger's query at an engine of others: a query and the forms wanted come in; the answer, within limits, goes out.

The engine is one we do not rule: what is given to it is made fit (`passable`), and of what it gives nothing is let out
that is too long, late or cut.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from maillage.errors import MaillageError, ParseError
from maillage.server.limits import Limits
from maillage.server.passable import OTHER_GRAPHS, Passable, passable
from maillage.server.problems import Problem
from maillage.store.endpoint import ROWS as JSON
from maillage.store.endpoint import TRIPLES as GRAPHS
from maillage.store.endpoint import Endpoint, counted
from maillage.store.raw import Raw
from maillage.store.results import ROWS, TRIPLES, YES_NO, TooLarge, Written, again
from maillage.store.talk import EngineError, LongError

#: Bytes that the form an engine answers in may take more than the form that is sent.
_WIDER = 8


def relayed(
    store: Endpoint, text: str, accepted: Sequence[str], graphs: Sequence[str], limits: Limits
) -> Written | None:
    """The answer of an engine to what a stranger typed, in the first accepted form that can hold it; None: in none.

    Parameters
    ----------
    graphs:
        The graphs that the protocol names; there are to be none.

    Raises
    ------
    Problem
        For a query that is not handed on, or that the engine does not read.
    TooLarge
        For more rows or bytes than are let out, or than the engine gives.
    EngineError
        When the engine is not reached, late, or answers otherwise than one does.
    """
    if graphs:
        raise Problem(403, OTHER_GRAPHS, "Leave default-graph-uri and named-graph-uri out.")
    query = passable(text)
    forms = {"ASK": YES_NO, "SELECT": ROWS}.get(query.form, TRIPLES)
    media = next((one for one in accepted if one in forms), None)
    if media is None:
        return None
    try:
        asked = JSON if query.form in ("ASK", "SELECT") else ", ".join(GRAPHS)
        raw = store.raw(query.text, asked, limits.size * _WIDER)
        found = again(raw.media, raw.data, media, limits.rows, limits.size)
        _whole(store, query, raw, found.rows)
        return found
    except ParseError as error:
        said = error.what.partition(" does not read this query: ")[2]
        raise Problem(400, f"the engine does not read this query: {said}", "Mend it there.") from None
    except LongError as error:
        raise TooLarge(error.what.replace(store.talk.where, "the engine"), fix=error.fix) from None
    except (SyntaxError, ValueError) as error:
        raise EngineError(store.talk.where, "gives what cannot be read.", fix="Try again.") from error


def _whole(store: Endpoint, query: Passable, raw: Raw, rows: int) -> None:
    """Refuse rows that an engine cut without a word: some give no more than so many, as a rule a round number."""
    most = f"the engine gives no more than {rows:,} rows."
    fix = "Ask for a part: ORDER BY with LIMIT and OFFSET, or a filter."
    if query.form == "ASK" or not rows or _limit(query.text) == rows:
        return
    if raw.cut_at is not None and rows >= raw.cut_at:
        raise TooLarge(most, fix=fix)
    if query.form == "SELECT" and rows % 1000 == 0:
        try:
            (row,) = store.select(counted(query.text))[1]
        except (MaillageError, ValueError):
            return
        if row[0] is not None and int(row[0].value) > rows:
            raise TooLarge(most, fix=fix)


def _limit(query: str) -> int | None:
    found = re.search(r"\bLIMIT\s+(\d+)(?:\s+OFFSET\s+\d+)?\s*$", query, re.I)
    return None if found is None else int(found[1])
