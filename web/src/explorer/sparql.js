// In: a network with its query, and what is chosen of it. Out: SPARQL whose rows are the links that are shown.

import { STANDINGS, period } from "./dates.js";
import { iriOf } from "./data.js";

const KNOWN = {
  mlg: "https://w3id.org/maillage/def#",
  prov: "http://www.w3.org/ns/prov#",
  cv: "http://data.europa.eu/m8g/",
  modality: "https://w3id.org/maillage/def/modality/",
  certainty: "https://w3id.org/maillage/def/certainty/",
  xsd: "http://www.w3.org/2001/XMLSchema#",
};
const ROLE = "https://w3id.org/maillage/def/";

export function sparql(data, state) {
  const { prefixes, select, columns } = parts(data.query);
  const has = (name) => columns.includes(name);
  const through = has("arrangement") ? "?arrangement" : "?target";
  const lines = [
    ...around(data),
    ...ofKinds(data.families, state.kinds, ["?source", "?target"]),
    ...ofKinds(data.through, state.through, [through]),
    ...played(data, state.roles, has("relation")),
    ...themed(data, state.themes, through),
    ...sure(state.certainty, has("certainty")),
    ...standing(state, has),
  ];
  const counted = has("arrangement") ? "COALESCE(?arrangement, ?claim)" : "?target";
  const text = [
    `SELECT ?source ?target (COUNT(DISTINCT ${counted}) AS ?arrangements)`,
    "WHERE {",
    "  {",
    ...select.split("\n").map((line) => `    ${line}`),
    "  }",
    ...lines.map((line) => `  ${line}`),
    "}",
    "GROUP BY ?source ?target",
    ...(state.least > 1 ? [`HAVING (COUNT(DISTINCT ${counted}) >= ${state.least})`] : []),
    "ORDER BY STR(?source) STR(?target)",
  ].join("\n");
  const all = { ...prefixes };
  for (const [prefix, namespace] of Object.entries(KNOWN)) if (new RegExp(`\\b${prefix}:`).test(text)) all[prefix] ??= namespace;
  return [...Object.entries(all).map(([prefix, namespace]) => `PREFIX ${prefix}: <${namespace}>`), text, ""].join("\n");
}

// A query of a network: its prefixes, the rest without its order, and its columns.
export function parts(query) {
  const prefixes = Object.fromEntries([...query.matchAll(/^PREFIX\s+(\w*):\s*<([^>]*)>\s*$/gim)].map(([, prefix, namespace]) => [prefix, namespace]));
  const select = query.replace(/^PREFIX\s.*\n/gim, "").replace(/\nORDER BY [^\n]*\s*$/i, "").trim();
  const columns = [...select.slice(0, select.indexOf("{")).matchAll(/\?(\w+)/g)].map(([, name]) => name);
  return { prefixes, select, columns };
}

// Of a drawing around one actor: only its nodes.
function around({ around: centre, nodes, base }) {
  if (!centre) return [];
  const iris = [...new Set(nodes.map(({ id }) => `<${iriOf(id, base)}>`))].join(" ");
  return [`VALUES ?source { ${iris} }`, `VALUES ?target { ${iris} }`];
}

// A thing of no family of the legend is of none of those that are left out.
function ofKinds(families, choice, variables) {
  if (!choice) return [];
  const on = families.filter(({ key, id }) => id && choice.has(key)).map(({ id }) => id);
  const off = families.filter(({ key, id }) => id && !choice.has(key)).map(({ id }) => id);
  return variables.flatMap((variable, number) => {
    if (!choice.has("other")) return [`VALUES ?of${variable.slice(1)} { ${on.join(" ")} }`, `${variable} a ?of${variable.slice(1)} .`];
    return off.length ? [`MINUS { VALUES ?not${number} { ${off.join(" ")} } ${variable} a ?not${number} }`] : [];
  });
}

function played({ roles }, choice, related) {
  if (!choice) return [];
  const iris = roles.filter(({ key }) => choice.has(key)).map(({ id }) => `<${id.replace(/^(\w+):/, `${ROLE}$1/`)}>`).join(" ");
  if (related) return [`VALUES ?relation { ${iris} }`];
  return [`VALUES ?role { ${iris} }`, "?claim prov:wasDerivedFrom ?part .", "?part cv:hasParticipant ?who ; cv:role ?role ."];
}

function themed({ themes }, choice, through) {
  if (!choice) return [];
  const iris = themes.filter(({ key }) => choice.has(key)).map(({ id }) => `<${id}>`).join(" ");
  return [`VALUES ?theme { ${iris} }`, `?about a mlg:Focus ; mlg:inArrangement ${through} ; mlg:theme ?theme ; mlg:modality ?aim .`, "FILTER(?aim != modality:denied)"];
}

function sure(choice, said) {
  if (!choice || choice.size === 2) return [];
  if (!choice.size) return ["FILTER(false)"];
  const inferred = said ? "BOUND(?certainty) && ?certainty = certainty:inferred" : "false";
  return [choice.has("inferred") ? `FILTER(${inferred})` : `FILTER(!(${inferred}))`];
}

// The bounds of a tie against the period, as `standing` of dates.js reads them.
function standing(state, has) {
  const asked = state.at ? period(state.at) : null;
  if (!asked && !state.states) return [];
  if (!has("from_earliest")) return !state.states || state.states.has("unknown") ? [] : ["FILTER(false)"];
  const day = (text) => `"${text}"^^xsd:date`;
  const open = '(BOUND(?until) && STR(?until) = "..")';
  const bounded = `((BOUND(?until_latest) || ${open}) && BOUND(?from_earliest))`;
  const lines = [];
  let certain = bounded;
  let possible = `(BOUND(?from_earliest) || BOUND(?from_latest) || BOUND(?until_earliest) || BOUND(?until_latest) || ${open})`;
  if (asked) {
    const [since, before] = asked.map(day);
    lines.push(`FILTER(!(BOUND(?until_latest) && ?until_latest < ${since}))`, `FILTER(!(BOUND(?from_earliest) && ?from_earliest > ${before}))`);
    certain = `(BOUND(?until_earliest) && ?until_earliest >= ${since} && BOUND(?from_latest) && ?from_latest <= ${before})`;
    possible = bounded;
  }
  if (!state.states) return lines;
  const parts = STANDINGS.filter((one) => state.states.has(one)).map((one) => (
    { certain, possible: `(!${certain} && ${possible})`, unknown: `(!${certain} && !${possible})` }[one]));
  return [...lines, `FILTER(${parts.join("\n    || ") || "false"})`];
}
