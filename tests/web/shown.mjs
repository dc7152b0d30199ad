// In: the file of a drawing, and on standard input a list of addresses' queries. Out: for each, as JSON, the links that the
// page shows, the query that says so, what they weigh, and the files it would save.
import { readFileSync } from "node:fs";
import { iriOf, unpack } from "../../web/src/explorer/data.js";
import { shown } from "../../web/src/explorer/filter.js";
import { csv, gexf, graphml } from "../../web/src/explorer/formats.js";
import { sparql } from "../../web/src/explorer/sparql.js";
import { WEIGHTS, parse } from "../../web/src/explorer/state.js";
import { weights } from "../../web/src/explorer/weight.js";

const data = unpack(JSON.parse(readFileSync(process.argv[2], "utf8")));
const queries = JSON.parse(readFileSync(0, "utf8"));
const iri = (node) => iriOf(node.id, data.base);
const told = queries.map((query) => {
  const { state, odd } = parse(query);
  const links = shown(data, state);
  const weighed = Object.fromEntries(WEIGHTS.map((kind) => [kind, weights(links, kind)]));
  const view = { data, links, weighed: weighed.count, lang: "fr", told: "Maillage" };
  return {
    odd,
    sparql: sparql(data, state),
    rows: links.map(({ link, arrangements }) => [iri(link.source), iri(link.target), arrangements.size]),
    standings: links.map(({ standing }) => standing),
    weights: Object.fromEntries(WEIGHTS.map((kind) => [kind, links.map(({ link }) => weighed[kind].get(link))])),
    files: { csv: csv(view), gexf: gexf(view), graphml: graphml(view) },
  };
});
process.stdout.write(JSON.stringify(told));
