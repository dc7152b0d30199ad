// In: a network and what is chosen of it. Out: the links that are shown, each with the ties that count and how they stand.

import { STANDINGS, better, period, standing } from "./dates.js";

const within = (choice, key) => !choice || choice.has(key);
const some = (choice, things) => !choice || things.some(({ key }) => choice.has(key));

// Whether a tie counts, the dates aside.
export function counts(tie, state) {
  return within(state.certainty, tie.inferred ? "inferred" : "explicit") &&
    within(state.through, tie.arrangement.family.key) && some(state.roles, tie.roles) && some(state.themes, tie.arrangement.themes);
}

// [{link, ties: [{tie, standing}], standing, arrangements}], in the order of the network.
export function shown(data, state) {
  const asked = state.at ? period(state.at) : null;
  const found = [];
  for (const link of data.links) {
    if (!within(state.kinds, link.source.kind.family.key) || !within(state.kinds, link.target.kind.family.key)) continue;
    const ties = [];
    const through = new Set();
    let best = null;
    for (const tie of link.ties) {
      if (!counts(tie, state)) continue;
      const said = standing(tie, asked);
      if (!said || !within(state.states, said)) continue;
      ties.push({ tie, standing: said });
      through.add(tie.arrangement);
      best = better(best, said);
    }
    if (ties.length && through.size >= state.least)
      found.push({ link, ties, standing: best, inferred: ties.every(({ tie }) => tie.inferred), arrangements: through });
  }
  return found;
}

// Every tie that the choices leave, whatever its dates: what the histogram of years counts.
export function undating(data, state) {
  const free = { ...state, at: "", states: null };
  return shown(data, free).flatMap(({ ties }) => ties.map(({ tie }) => tie));
}

// How many links stand how.
export function standings(links) {
  const said = Object.fromEntries(STANDINGS.map((one) => [one, 0]));
  for (const { standing: one } of links) said[one] += 1;
  return said;
}

// How many links each choice of a list would show, by its key.
export function counted(data, links, list) {
  const numbers = new Map();
  for (const { link, ties } of links) {
    const keys = new Set();
    if (list === "kinds") for (const { kind } of [link.source, link.target]) keys.add(kind.family.key);
    for (const { tie } of ties) {
      if (list === "through") keys.add(tie.arrangement.family.key);
      if (list === "roles") for (const { key } of tie.roles) keys.add(key);
      if (list === "themes") for (const { key } of tie.arrangement.themes) keys.add(key);
      if (list === "certainty") keys.add(tie.inferred ? "inferred" : "explicit");
    }
    for (const key of keys) numbers.set(key, (numbers.get(key) ?? 0) + 1);
  }
  return numbers;
}
