import assert from "node:assert/strict";
import { test } from "node:test";
import { chosen, opening, parse, written } from "../src/explorer/state.js";

test("an address says a state, and a state its address", () => {
  const query = "?territory=terr:region-44&at=2024&weight=newman&least=2&kinds=Association,HealthAgency&open=3,12&link=organisation/a~organisation/b&lang=en";
  const { state, odd } = parse(query);
  assert.deepEqual(odd, []);
  assert.deepEqual([state.at, state.weight, state.least, [...state.open], state.link], ["2024", "newman", 2, [3, 12], "organisation/a~organisation/b"]);
  assert.deepEqual([...state.kinds], ["Association", "HealthAgency"]);
  const again = written(state, query);
  assert.deepEqual(parse(again).state, state);
  assert.match(again, /territory=terr:region-44/);
  assert.match(again, /lang=en/);
});

test("the state a page opens with says nothing", () => {
  assert.equal(written(opening(), ""), "");
  assert.equal(written(opening(), "?at=2024&open=1&territory=x"), "?territory=x");
  assert.deepEqual(parse("").state, opening());
});

test("what cannot be read is named and left aside", () => {
  const { state, odd } = parse("?at=hier&weight=<script>&least=0&open=x,2&states=certain,maybe");
  assert.deepEqual(odd, ["at", "weight", "least", "open", "states"]);
  assert.deepEqual([state.at, state.weight, state.least, [...state.open], [...state.states]], ["", "count", 1, [2], ["certain"]]);
});

test("all of a list is no choice; none of it is one", () => {
  const every = ["a", "b", "c"];
  const some = chosen(null, "b", false, every);
  assert.deepEqual([...some], ["a", "c"]);
  assert.equal(chosen(some, "b", true, every), null);
  const none = ["a", "c"].reduce((now, key) => chosen(now, key, false, every), some);
  assert.equal(none.size, 0);
  assert.equal(written({ ...opening(), kinds: none }), "?kinds=");
  assert.equal(parse("?kinds=").state.kinds.size, 0);
});
