// How much JavaScript tools read of a file: `node read.mjs TOOL FILE [QUESTION]` prints a JSON object of counts.
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";

const [tool, file, question] = process.argv.slice(2);
const load = createRequire(import.meta.url);
const text = readFileSync(file, "utf8");

const readers = {
  async graphology() {
    const Graph = load("graphology");
    const { DOMParser } = load("@xmldom/xmldom");
    globalThis.DOMParser = DOMParser;
    const { parse } = load(file.endsWith(".gexf") ? "graphology-gexf" : "graphology-graphml");
    const graph = parse(Graph, text);
    let placed = 0;
    graph.forEachNode((_, about) => { placed += "x" in about && "y" in about && /^#|^rgb/.test(about.color) ? 1 : 0; });
    return { nodes: graph.order, edges: graph.size, placed };
  },
  async n3() {
    const { Parser } = load("n3");
    const formats = { ttl: "text/turtle", trig: "application/trig", nq: "application/n-quads", nt: "application/n-triples" };
    return { facts: new Parser({ format: formats[file.split(".").pop()] }).parse(text).length };
  },
  async jsonld() {
    const jsonld = load("jsonld");
    const refuse = async (url) => { throw new Error(`asks for ${url}`); };
    const quads = await jsonld.toRDF(JSON.parse(text), { documentLoader: refuse, safe: true });
    return { facts: quads.length };
  },
  async triples() {
    const jsonld = load("jsonld");
    return { triples: await jsonld.toRDF(JSON.parse(text), { format: "application/n-quads", safe: true }) };
  },
  async comunica() {
    const { Parser, Store } = load("n3");
    const { QueryEngine } = load("@comunica/query-sparql-rdfjs-lite");
    const engine = new QueryEngine();
    const sources = [new Store(new Parser().parse(text))];
    const ask = async (query) => (await engine.queryBindings(query, { sources })).toArray();
    const [counted] = await ask("SELECT (COUNT(*) AS ?n) { ?s ?p ?o }");
    return { facts: Number(counted.get("n").value), rows: (await ask(readFileSync(question, "utf8"))).length };
  },
};

console.log(JSON.stringify(await readers[tool]()));
