import assert from "node:assert/strict";
import { test } from "node:test";
import { unpack } from "../src/explorer/data.js";
import { shown } from "../src/explorer/filter.js";
import { csv, gexf, graphml } from "../src/explorer/formats.js";
import { apart } from "../src/explorer/names.js";
import { distance, near } from "../src/explorer/near.js";
import { picture } from "../src/explorer/picture.js";
import { corners } from "../src/explorer/shapes.js";
import { parts, sparql } from "../src/explorer/sparql.js";
import { opening } from "../src/explorer/state.js";
import { weights } from "../src/explorer/weight.js";
import { filled, many } from "../src/explorer/wording.js";
import { packed } from "./sample.js";

const data = unpack(packed);
const links = shown(data, opening());
const view = { data, links, weighed: weights(links, "count"), lang: "fr", told: "Maillage & co" };

test("lines near a point are found, the nearest first", () => {
  const line = (id, from, to) => ({ id, from, to, width: 2 });
  const lines = [line("a", { x: 0, y: 0 }, { x: 100, y: 0 }), line("b", { x: 0, y: 8 }, { x: 100, y: 8 }), line("c", { x: 0, y: 90 }, { x: 100, y: 90 })];
  assert.deepEqual(near({ x: 50, y: 5 }, lines, 6).map(({ id }) => id), ["b", "a"]);
  assert.deepEqual(near({ x: 50, y: 50 }, lines, 6), []);
  assert.equal(distance({ x: 3, y: 4 }, { x: 0, y: 0 }, { x: 0, y: 0 }), 5);
  assert.equal(distance({ x: -3, y: 4 }, { x: 0, y: 0 }, { x: 9, y: 0 }), 5);
});

test("names that lie on a former one or on another's mark are left out", () => {
  const box = (id, left) => ({ id, left, right: left + 10, top: 0, bottom: 10 });
  assert.deepEqual(apart([box("a", 0), box("b", 5), box("c", 20), box("d", 40)], [box("x", 38), box("c", 20)]).map(({ id }) => id), ["a", "c"]);
  assert.deepEqual(apart([box("d", 40), box("e", 45)], [box("x", 38)], 2).map(({ id }) => id), ["d"]);
});

test("rows as CSV are quoted where they must be", () => {
  const rows = csv(view).trimEnd().split("\n");
  assert.equal(rows.length, links.length + 1);
  assert.match(rows[1], /^https:\/\/w3id\.org\/maillage\/id\/organisation\/ars,.*,2,Agence « d’Exemple »,Ville <b>,Undirected,certain,explicit,"Contrat; Atelier, « santé »",/);
});

test("GEXF and GraphML escape what they hold, and have a line for each link", () => {
  for (const [write, edge] of [[gexf, /<edge /g], [graphml, /<edge /g]]) {
    const text = write(view);
    assert.equal(text.match(edge).length, links.length);
    assert.ok(text.includes("Ville &lt;b&gt;") && text.includes("Maillage &amp; co") && !text.includes("<b>"));
    assert.equal(text.match(/<node /g).length, 5);
  }
});

test("a picture has each unit, line, name and legend, and runs nothing", () => {
  const text = picture({
    width: 400, height: 300, title: "<script>", notes: ["note"], legend: [{ label: "Agences", swatch: data.families[0] }, { label: "possible", standing: "possible" }],
    units: ["dot", "square", "diamond", "triangle", "triangleDown", "star", "hexagon"].map((shape, i) => ({ shape, x: 10 * i, y: 5, r: 4, fill: "#fff", border: "#000" })),
    lines: [{ from: { x: 0, y: 0 }, to: { x: 9, y: 9, r: 2 }, width: 2, colour: "#123456", standing: "possible", arrow: true }], names: [{ x: 1, y: 2, text: "Nom & prénom" }],
  });
  assert.ok(!text.includes("<script") && text.includes("Nom &amp; prénom") && text.includes("Agences"));
  assert.equal(text.match(/stroke-dasharray="9 5"/g).length, 2);
  assert.equal(text.match(/<polygon/g).length, 7);
  assert.equal(corners("dot", 0, 0, 1), null);
});

test("the query holds the network's own, without its order, and a pattern for each choice", () => {
  const { select, columns } = parts(packed.query);
  assert.ok(!select.includes("ORDER") && !select.includes("PREFIX") && columns.includes("until_latest"));
  const plain = sparql(data, opening());
  assert.ok(!/FILTER|VALUES|HAVING/.test(plain));
  const text = sparql(data, { ...opening(), at: "2024", states: new Set(["certain"]), kinds: new Set(["HealthAgency", "other"]), roles: new Set(["signatory"]), themes: new Set(["city"]), certainty: new Set(["explicit"]), least: 2 });
  for (const part of ["MINUS { VALUES ?not0 { mlg:Collectivity }", '"2024-12-31"^^xsd:date', "<https://w3id.org/maillage/def/role/signatory>", "theme/city>", "certainty:inferred", "HAVING", "PREFIX cv:", "PREFIX xsd:"])
    assert.ok(text.includes(part), part);
  assert.ok(sparql({ ...data, around: true }, opening()).includes("VALUES ?target { <https://w3id.org/maillage/id/organisation/ars>"));
});

test("blanks are filled and words counted", () => {
  assert.equal(filled("{a} et {b}", { a: 1 }), "1 et {b}");
  assert.deepEqual([0, 1, 2].map((n) => many(["{n} lien", "{n} liens"], n, "fr")), ["0 lien", "1 lien", "2 liens"]);
  assert.deepEqual([0, 1, 2].map((n) => many(["{n} link", "{n} links"], n, "en")), ["0 links", "1 link", "2 links"]);
});
