import assert from "node:assert/strict";
import { test } from "node:test";
import { better, histogram, period, standing, years } from "../src/explorer/dates.js";

const contract = { begins: "2022-03-01", begun: "2022-03-31", ends: "2026-12-31", ended: "2026-12-31", open: false };
const council = { begins: "2017-01-01", begun: "2017-12-31", ends: null, ended: null, open: true };
const undated = { begins: null, begun: null, ends: null, ended: null, open: false };

test("a year, a month and a day are periods; nothing else is", () => {
  assert.deepEqual(period("2024"), ["2024-01-01", "2024-12-31"]);
  assert.deepEqual(period("2024-02"), ["2024-02-01", "2024-02-29"]);
  assert.deepEqual(period("2023-02"), ["2023-02-01", "2023-02-28"]);
  assert.deepEqual(period("2024-02-29"), ["2024-02-29", "2024-02-29"]);
  for (const text of ["", null, "24", "2023-02-29", "2023-13", "2024-1", "2024-01-01T00", "x"])
    assert.equal(period(text), null, text);
});

test("a tie is certain, possible, unknown or excluded in a year by its bounds", () => {
  const said = (tie, year) => standing(tie, period(year));
  assert.deepEqual(["2021", "2022", "2024", "2027"].map((year) => said(contract, year)), [null, "certain", "certain", null]);
  assert.equal(said(contract, "2022-03-15"), "possible");
  assert.deepEqual(["2016", "2017", "2030"].map((year) => said(council, year)), [null, "possible", "possible"]);
  assert.equal(said(undated, "2020"), "unknown");
  assert.equal(said({ ...undated, begins: "2019-05-01", begun: "2019-05-01" }, "2020"), "unknown");
});

test("without a period a tie says how much is known of its dates", () => {
  assert.deepEqual([contract, council, undated].map((tie) => standing(tie, null)), ["certain", "certain", "unknown"]);
  assert.equal(standing({ ...undated, begins: "2019-01-01", begun: "2019-12-31" }, null), "possible");
});

test("a line says the best of its ties", () => {
  assert.equal(better("unknown", "certain"), "certain");
  assert.equal(better(null, "possible"), "possible");
  assert.equal(better("possible", null), "possible");
  assert.equal(better(null, null), null);
});

test("the histogram has a bar for each year that a bound names", () => {
  const bars = histogram([contract, council, undated]);
  assert.deepEqual(bars.map(({ year }) => year), years([contract, council]));
  assert.deepEqual(bars[0], { year: 2017, certain: 0, possible: 1, unknown: 1 });
  assert.deepEqual(bars.at(-1), { year: 2026, certain: 1, possible: 1, unknown: 1 });
  assert.deepEqual(histogram([undated]), []);
  assert.equal(years([{ ...undated, begins: "1000-01-01", ended: "2020-01-01" }]).length, 80);
});
