import assert from "node:assert/strict";
import { test } from "node:test";
import { near, search, unpack, wordsOf } from "../src/search/match.js";

const packed = {
  kinds: [["Hôpital", "Hospital"], ["Contrat local de santé", "Local health contract"]],
  things: [
    ["organisation/a", "CHU de Nancy « Cœur »", "", ["CHRU de Nancy"], ["265400000"], 0, "Nancy, Grand Est"],
    ["organisation/b", "Clinique de l’Église", "", [], ["130007834"], 0, "Reims"],
    ["arrangement/c", "CLS du Grand Nancy", "Local health contract of Grand Nancy", ["CLS Nancy"], [], 1, "Grand Est"],
  ],
};
const things = unpack(packed, "fr");
const found = (text) => search(things, text).map((one) => one.id.at(-1)).join("");

test("words are compared without case, accents, ligatures, hyphens", () => {
  assert.deepEqual(wordsOf("L'Église-du-Cœur, A.R.S."), ["l", "eglise", "du", "coeur", "ars"]);
});

test("one error of typing", () => {
  for (const other of ["nancy", "nancyy", "nanc", "nanct", "nacny", "xnancy"]) assert.ok(near("nancy", other), other);
  for (const other of ["nan", "nanxx", "nacnyy", ""]) assert.ok(!near("nancy", other), other);
});

test("what is found", () => {
  assert.equal(found("coeur"), "a");
  assert.equal(found("eglise"), "b");
  assert.equal(found("130 007 834"), "b");
  assert.equal(found("13000783400017"), "b");
  assert.equal(found("CLS nancy"), "c");
  assert.equal(found("hôpital reims"), "b");
  assert.equal(found("nacny chu"), "a");
  assert.equal(found("egl"), "b");
  assert.equal(found("zzzz"), "");
  assert.equal(found(" "), "");
});

test("the language of the page", () => {
  const english = search(unpack(packed, "en"), "grand nancy local");
  assert.deepEqual([english[0].label, english[0].kind], ["Local health contract of Grand Nancy", "Local health contract"]);
});
