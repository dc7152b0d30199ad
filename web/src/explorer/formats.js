// In: the links that are shown and what they weigh. Out: the same as CSV, GEXF or GraphML, as text.

import { iriOf } from "./data.js";

const escaped = (text) => String(text).replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, "")
  .replace(/[&<>"]/g, (sign) => ({ "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" })[sign]);
const cell = (value) => (/[",\r\n]/.test(String(value)) ? `"${String(value).replaceAll('"', '""')}"` : String(value));
const HEAD = '<?xml version="1.0" encoding="UTF-8"?>\n';

function rows({ data, links, weighed, lang }) {
  return links.map(({ link, ties, standing, inferred }) => ({
    source: link.source,
    target: link.target,
    weight: weighed.get(link),
    standing,
    certainty: inferred ? "inferred" : "explicit",
    through: [...new Set(ties.map(({ tie }) => tie.arrangement.label))].join("; "),
    periods: [...new Set(ties.map(({ tie }) => tie[lang]))].join("; "),
    type: data.directed ? "Directed" : "Undirected",
  }));
}

function ends({ links }) {
  return [...new Set(links.flatMap(({ link }) => [link.source, link.target]))].sort((a, b) => a.index - b.index);
}

export function csv(view) {
  const head = ["source", "target", "weight", "source_label", "target_label", "type", "standing", "certainty", "arrangements", "periods"];
  const iri = (node) => iriOf(node.id, view.data.base);
  const lines = rows(view).map((row) => [iri(row.source), iri(row.target), row.weight, row.source.label, row.target.label, row.type, row.standing, row.certainty, row.through, row.periods]);
  return [head, ...lines].map((line) => `${line.map(cell).join(",")}\n`).join("");
}

export function gexf(view) {
  const { data, lang } = view;
  const nodes = ends(view).map((node) => [
    `<node id="${node.index}" label="${escaped(node.label)}">`,
    `<attvalues><attvalue for="iri" value="${escaped(iriOf(node.id, data.base))}"/><attvalue for="kind" value="${escaped(node.kind[lang])}"/></attvalues>`,
    `<viz:color r="${hue(node, 1)}" g="${hue(node, 3)}" b="${hue(node, 5)}"/><viz:position x="${node.x}" y="${node.y}" z="0"/>`,
    "</node>"].join(""));
  const edges = rows(view).map((row, number) => [
    `<edge id="${number}" source="${row.source.index}" target="${row.target.index}" weight="${row.weight}">`,
    `<attvalues>${["standing", "certainty", "through", "periods"].map((name) => `<attvalue for="${name}" value="${escaped(row[name])}"/>`).join("")}</attvalues>`,
    "</edge>"].join(""));
  const attribute = (name) => `<attribute id="${name}" title="${name}" type="string"/>`;
  return [
    `${HEAD}<gexf xmlns="http://gexf.net/1.3" xmlns:viz="http://gexf.net/1.3/viz" version="1.3">`,
    `<meta><creator>${escaped(data.version)}</creator><description>${escaped(view.told)}</description></meta>`,
    `<graph defaultedgetype="${data.directed ? "directed" : "undirected"}">`,
    `<attributes class="node">${["iri", "kind"].map(attribute).join("")}</attributes>`,
    `<attributes class="edge">${["standing", "certainty", "through", "periods"].map(attribute).join("")}</attributes>`,
    `<nodes>\n${nodes.join("\n")}\n</nodes>`, `<edges>\n${edges.join("\n")}\n</edges>`, "</graph>", "</gexf>", ""].join("\n");
}

export function graphml(view) {
  const { data, lang } = view;
  const key = (name, of, type = "string") => `<key id="${name}" for="${of}" attr.name="${name}" attr.type="${type}"/>`;
  const said = (name, value) => `<data key="${name}">${escaped(value)}</data>`;
  const nodes = ends(view).map((node) => `<node id="${escaped(node.id)}">${said("label", node.label)}${said("iri", iriOf(node.id, data.base))}${said("kind", node.kind[lang])}${said("x", node.x)}${said("y", node.y)}</node>`);
  const edges = rows(view).map((row) => `<edge source="${escaped(row.source.id)}" target="${escaped(row.target.id)}">${["weight", "standing", "certainty", "through", "periods"].map((name) => said(name, row[name])).join("")}</edge>`);
  return [
    `${HEAD}<graphml xmlns="http://graphml.graphdrawing.org/xmlns">`,
    key("description", "graph"), ...["label", "iri", "kind"].map((name) => key(name, "node")), key("x", "node", "double"), key("y", "node", "double"),
    key("weight", "edge", "double"), ...["standing", "certainty", "through", "periods"].map((name) => key(name, "edge")),
    `<graph edgedefault="${data.directed ? "directed" : "undirected"}">`, said("description", view.told), ...nodes, ...edges, "</graph>", "</graphml>", ""].join("\n");
}

const hue = ({ kind }, at) => Number.parseInt(kind.family.border.slice(at, at + 2), 16);
