import assert from "node:assert/strict";
import { test } from "node:test";
import { unpack } from "../src/explorer/data.js";
import { alone, drawn } from "../src/explorer/fold.js";
import { counted, shown, standings, undating } from "../src/explorer/filter.js";
import { opening } from "../src/explorer/state.js";
import { weights } from "../src/explorer/weight.js";
import { packed } from "./sample.js";

const data = unpack(packed);
const by = (change) => shown(data, { ...opening(), ...change }).map(({ link }) => `${link.source.id.split("/")[1]}-${link.target.id.split("/")[1]}`);
const all = ["ars-ville", "ars-metropole", "ville-metropole", "ars-loin", "ville-pays"];

test("another format is refused", () => assert.throws(() => unpack({ ...packed, format: 2 })));

test("without a choice all is shown", () => assert.deepEqual(by({}), all));

test("each filter leaves what answers it", () => {
  assert.deepEqual(by({ kinds: new Set(["Collectivity"]) }), ["ville-metropole", "ville-pays"]);
  assert.deepEqual(by({ kinds: new Set(["HealthAgency", "other"]) }), ["ars-loin"]);
  assert.deepEqual(by({ kinds: new Set() }), []);
  assert.deepEqual(by({ certainty: new Set(["inferred"]) }), ["ars-metropole", "ars-loin"]);
  assert.deepEqual(by({ through: new Set(["Event"]) }), ["ars-ville", "ville-pays"]);
  assert.deepEqual(by({ roles: new Set(["participant"]) }), ["ars-ville", "ville-metropole", "ville-pays"]);
  assert.deepEqual(by({ themes: new Set(["city"]) }), ["ars-ville", "ville-pays"]);
  assert.deepEqual(by({ least: 2 }), ["ars-ville"]);
});

test("a year leaves out what its bounds exclude, and says how the rest stands", () => {
  assert.deepEqual(by({ at: "2023" }), ["ars-ville", "ars-metropole", "ville-metropole", "ars-loin"]);
  assert.deepEqual(by({ at: "2023", states: new Set(["certain"]) }), ["ars-ville", "ars-metropole", "ville-metropole"]);
  assert.deepEqual(by({ at: "2023", states: new Set(["unknown"]) }), ["ars-loin"]);
  assert.deepEqual(standings(shown(data, { ...opening(), at: "2023" })), { certain: 3, possible: 0, unknown: 1 });
  assert.equal(undating(data, { ...opening(), at: "1999", states: new Set() }).length, 6);
});

test("links are counted by what they would be chosen for", () => {
  const links = shown(data, opening());
  assert.equal(counted(data, links, "kinds").get("Collectivity"), 4);
  assert.equal(counted(data, links, "certainty").get("inferred"), 2);
  assert.equal(counted(data, links, "themes").get("care"), 4);
});

test("weights follow the ties that are shown", () => {
  const links = shown(data, opening());
  const of = (kind) => links.map(({ link }) => Number(weights(links, kind).get(link).toFixed(4)));
  assert.deepEqual(of("count"), [2, 1, 1, 1, 1]);
  // The contract has three participants, the workshop three, the pact two.
  assert.deepEqual(of("newman"), [1, 0.5, 0.5, 1, 0.5]);
  assert.deepEqual(of("jaccard"), [0.6667, 0.3333, 0.5, 0.3333, 0.5]);
  assert.deepEqual(of("cosine"), [0.8165, 0.5774, 0.7071, 0.5774, 0.7071]);
});

test("a community is one unit until it is open; no link is lost", () => {
  const links = shown(data, opening());
  const folded = drawn(data, links, weights(links, "count"), opening());
  assert.deepEqual(folded.units.map(({ id }) => id), ["group 0", "organisation/loin"]);
  assert.deepEqual(folded.lines.map(({ id }) => id), ["group 0~organisation/loin"]);
  assert.equal(folded.units[0].inner + folded.lines.flatMap((line) => line.links).length, links.length);
  const open = drawn(data, links, weights(links, "count"), { ...opening(), open: new Set([0]) });
  assert.equal(open.units.length, 5);
  assert.equal(open.lines.length, links.length);
  assert.ok(open.lines.every(alone));
  assert.equal(open.lines.reduce((sum, { weight }) => sum + weight, 0), 6);
});
