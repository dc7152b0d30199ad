import assert from "node:assert/strict";
import { createServer } from "node:http";
import { after, before, test } from "node:test";
import { source } from "../src/explorer/source.js";

const asked = [];
const answers = {
  "/explore/x.json": { format: 1 },
  "/explore/x/links?source=organisation%2Fa&target=organisation%2Fb%23arrangement": { ties: [1] },
  "/x/links?lang=en&source=organisation%2Fa&target=organisation%2Fb%23arrangement": { ties: [2] },
  "/folder/6.json": { "organisation/a~organisation/b#arrangement": { ties: [3] } },
};
const link = { id: "organisation/a~organisation/b#arrangement", source: { id: "organisation/a", index: 70 }, target: { id: "organisation/b#arrangement", index: 1 } };
const server = createServer((request, response) => {
  asked.push(request.url);
  const said = answers[request.url];
  response.writeHead(said ? 200 : 503, { "Content-Type": "application/json" });
  response.end(JSON.stringify(said ?? { detail: "Ask again in a few seconds." }));
});
let base = "";
before(() => new Promise((done) => server.listen(0, "127.0.0.1", () => ((base = `http://127.0.0.1:${server.address().port}`), done()))));
after(() => server.close());

test("a server tells the drawing, and each link once", async () => {
  const from = source({ drawing: `${base}/explore/x.json`, links: `${base}/explore/x/links`, parts: 64 });
  assert.deepEqual(await from.drawing(), { format: 1 });
  assert.deepEqual(await from.link(link), { ties: [1] });
  const before = asked.length;
  assert.deepEqual(await from.link(link), { ties: [1] });
  assert.equal(asked.length, before);
  assert.deepEqual(await source({ drawing: "", links: `${base}/x/links?lang=en`, parts: 64 }).link(link), { ties: [2] });
});

test("in a folder the links lie in parts", async () => {
  const from = source({ drawing: "", links: `${base}/folder/{part}.json`, parts: 64 });
  assert.deepEqual(await from.link(link), { ties: [3] });
});

test("a refusal is told in its own words, and asked again the next time", async () => {
  const from = source({ drawing: "", links: `${base}/nothing`, parts: 64 });
  await assert.rejects(from.link(link), /Ask again/);
  const before = asked.length;
  await assert.rejects(from.link(link), /Ask again/);
  assert.equal(asked.length, before + 1);
});
