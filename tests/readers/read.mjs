// What JavaScript readers make of files of a bundle: `node read.mjs TOOL FILE...` prints, a line a file, a JSON object.
// `quads`: as sorted N-Quads; `errors`: what a validator says, by object; `commands`: QuickStatements as edits.
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";

const [tool, ...files] = process.argv.slice(2);
const load = createRequire(import.meta.url);
const formats = { ttl: "text/turtle", trig: "application/trig", nq: "application/n-quads", nt: "application/n-triples" };

const readers = {
  n3(file, text) {
    const { Parser, Writer } = load("n3");
    const format = formats[file.split(".").pop()] ?? "text/turtle";
    const quads = new Parser({ format, baseIRI: "https://example.org/" }).parse(text);
    return { quads: new Writer({ format: "N-Quads" }).quadsToString(quads) };
  },
  async jsonld(file, text) {
    const jsonld = load("jsonld");
    const documentLoader = async (url) => { throw new Error(`asks for ${url}`); };
    return { quads: await jsonld.toRDF(JSON.parse(text), { format: "application/n-quads", documentLoader, safe: true }) };
  },
  jskos(file, text) {
    const { validate } = load("jskos-validate");
    const all = file.endsWith("ndjson") ? text.split("\n").filter(Boolean).map((line) => JSON.parse(line)) : JSON.parse(text);
    const kind = file.includes("concepts") ? "concept" : "scheme";
    const errors = {};
    for (const one of all) {
      if (!validate[kind](one)) errors[one.uri] = validate[kind].errorMessages ?? validate.errorMessages;
    }
    return { objects: all.length, errors };
  },
  quickstatements(file, text) {
    const { edits, creations, merges } = load("quickstatements-to-wikibase-edit")(text);
    return { edits, creations, merges };
  },
};

for (const file of files) console.log(JSON.stringify(await readers[tool](file, readFileSync(file, "utf8"))));
