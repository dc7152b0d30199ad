// The page of the search of a folder of pages: what is in its address is looked up in the index of the folder.
import { search, unpack } from "./search/match.js";

const MOST = 40;
const place = document.getElementById("found");
const field = document.getElementById("q");
const say = place.dataset;
let index;

async function loaded() {
  index ??= fetch(say.index)
    .then((answer) => (answer.ok ? answer.json() : Promise.reject(new Error(String(answer.status)))))
    .then((packed) => unpack(packed, document.documentElement.lang));
  return index;
}

async function show() {
  const text = field.value.trim();
  document.getElementById("begin").hidden = Boolean(text);
  if (!text) return place.replaceChildren();
  try {
    if (!index) tell(say.wait);
    const things = await loaded();
    if (text !== field.value.trim()) return;
    const found = search(things, text, MOST);
    if (!found.length) return tell(say.none.replace("{q}", text));
    const told = found.every((one) => one.near) ? say.nearly : found.length === 1 ? say.one : found.length < MOST ? say.several : say.many;
    tell(told.replace("{n}", String(found.length)));
    const list = document.createElement("ol");
    list.className = "results";
    list.append(...found.map(row));
    place.append(list);
  } catch (error) {
    index = undefined;
    tell(say.failed.replace("{why}", error.message));
  }
}

function row(one) {
  const item = document.createElement("li");
  const link = document.createElement("a");
  link.href = say.thing.replace("{id}", one.id.split("/").map(encodeURIComponent).join("/"));
  link.className = "name";
  link.textContent = one.label;
  const kind = document.createElement("span");
  kind.className = "kind";
  kind.textContent = [one.kind, one.place].filter(Boolean).join(" · ");
  item.append(link, " ", kind);
  return item;
}

function tell(text) {
  const line = document.createElement("p");
  line.className = "note";
  line.textContent = text;
  place.replaceChildren(line);
}

field.value = new URLSearchParams(location.search).get("q") ?? "";
field.addEventListener("input", () => {
  const query = field.value.trim() ? `?${new URLSearchParams({ q: field.value.trim() })}` : "";
  history.replaceState(null, "", `${location.pathname}${query}`);
  show();
});
document.querySelector(".results-form").addEventListener("submit", (event) => (event.preventDefault(), show()));
show();
