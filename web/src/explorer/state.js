// In: the query of an address. Out: what the page shows; and back. What is not said is as the page opens.

import { STANDINGS, period } from "./dates.js";

export const WEIGHTS = ["count", "newman", "jaccard", "cosine"];
// What is chosen of a list: null is all of it.
const LISTS = ["states", "certainty", "kinds", "through", "roles", "themes"];
const OF = { states: STANDINGS, certainty: ["explicit", "inferred"] };
export const OWN = ["at", "weight", "least", "open", "link", "node", ...LISTS];

export function opening() {
  return { at: "", weight: "count", least: 1, open: new Set(), link: null, node: null, ...Object.fromEntries(LISTS.map((name) => [name, null])) };
}

// The state an address says, and the names of what in it could not be read.
export function parse(query) {
  const params = new URLSearchParams(query);
  const state = opening();
  const odd = [];
  const given = (name) => (params.get(name) ?? "").trim();
  if (given("at")) period(given("at")) ? (state.at = given("at")) : odd.push("at");
  if (given("weight")) WEIGHTS.includes(given("weight")) ? (state.weight = given("weight")) : odd.push("weight");
  if (given("least")) /^[1-9]\d{0,3}$/.test(given("least")) ? (state.least = Number(given("least"))) : odd.push("least");
  for (const one of given("open").split(",").filter(Boolean))
    /^\d{1,5}$/.test(one) ? state.open.add(Number(one)) : odd.push("open");
  state.link = given("link") || null;
  state.node = given("node") || null;
  for (const name of LISTS) {
    if (!params.has(name)) continue;
    const chosen = given(name).split(",").filter(Boolean);
    const known = OF[name] ? chosen.filter((one) => OF[name].includes(one)) : chosen;
    if (known.length < chosen.length) odd.push(name);
    state[name] = new Set(known);
  }
  return { state, odd };
}

// The query that says a state, after what else the address asks for (a territory, a language).
export function written(state, query = "") {
  const before = new URLSearchParams(query);
  const params = new URLSearchParams([...before].filter(([name]) => !OWN.includes(name)));
  if (state.at) params.set("at", state.at);
  if (state.weight !== "count") params.set("weight", state.weight);
  if (state.least > 1) params.set("least", String(state.least));
  for (const name of LISTS) if (state[name]) params.set(name, [...state[name]].sort().join(","));
  if (state.open.size) params.set("open", [...state.open].sort((a, b) => a - b).join(","));
  if (state.node) params.set("node", state.node);
  if (state.link) params.set("link", state.link);
  // What may stand in a query as it is, and is easier to read so.
  const text = params.toString().replace(/%(2C|2F|3A|7E)/g, (code) => decodeURIComponent(code));
  return text ? `?${text}` : "";
}

// Another choice in a list: all of it is no choice.
export function chosen(current, key, on, every) {
  const now = new Set(current ?? every);
  on ? now.add(key) : now.delete(key);
  return every.every((one) => now.has(one)) ? null : now;
}
