import assert from "node:assert/strict";
import { test } from "node:test";
import { declared, fitting, inside, lacking, variables, wordBefore } from "../src/console/text.js";

const prefixes = { mlg: "https://example.org/def#", role: "https://example.org/def/role/", skos: "https://example.org/skos#" };
const terms = { prefixes, classes: [["mlg:Actor", "acteur", 9]], properties: [["mlg:kind", "genre", 40]], concepts: [["role:lead", "pilote", 0]] };

test("the word before the cursor", () => {
  assert.equal(wordBefore("?x mlg:ki"), "mlg:ki");
  assert.equal(wordBefore("?x mlg:"), "mlg:");
  assert.equal(wordBefore("SELECT ?act"), "?act");
  assert.equal(wordBefore("SEL"), "SEL");
  for (const text of ["", "?x ", "{", "?x a ;"]) assert.equal(wordBefore(text), null, text);
});

test("nothing is completed in strings, IRIs and comments", () => {
  for (const text of ['FILTER(?x = "act', "# act", "<https://exa", "SELECT\n?x 'a"]) assert.ok(inside(text), text);
  for (const text of ['"a" mlg:', "<https://example.org/> mlg:", "FILTER(?a < ?b", "# x\nmlg:"]) assert.ok(!inside(text), text);
});

test("prefixes that are used and not declared", () => {
  const query = 'PREFIX mlg: <https://example.org/def#>\nSELECT * { ?x mlg:kind mlg:Actor ; skos:prefLabel "role: x"@fr } # role:lead';
  assert.deepEqual([...declared(query)], ["mlg"]);
  assert.equal(lacking(query, prefixes), "PREFIX skos: <https://example.org/skos#>\n");
  assert.equal(lacking("SELECT * { ?role:x <role:y> unknown:z }", prefixes), "");
});

test("what fits", () => {
  assert.deepEqual(variables("SELECT ?a { ?a ?b $c . ?b ?a 1 }"), ["?a", "?b", "$c"]);
  assert.deepEqual(fitting("?", "?a ?b ?", terms).map((one) => one.label), ["?a", "?b"]);
  assert.deepEqual(fitting("mlg:", "", terms).map((one) => one.label), ["mlg:kind", "mlg:Actor", "role:lead"]);
  const all = fitting("S", "", terms).map((one) => one.label);
  assert.ok(all.includes("SELECT") && all.includes("mlg:kind"));
});
