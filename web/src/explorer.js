// The page of a network: it draws what the page's file holds, keeps what one chooses in the address, and shows the same as a
// table. Each part is a module of explorer/; this one hands what is chosen from one to the others.

import { unpack } from "./explorer/data.js";
import { button, h } from "./explorer/dom.js";
import { filters } from "./explorer/filters.js";
import { counted, shown, standings, undating } from "./explorer/filter.js";
import { alone, drawn, isOpen } from "./explorer/fold.js";
import { unitLook } from "./explorer/looks.js";
import { panel } from "./explorer/panel.js";
import { source } from "./explorer/source.js";
import { stage, supported } from "./explorer/stage.js";
import { still as stillPicture } from "./explorer/still.js";
import { opening, parse, written } from "./explorer/state.js";
import { tables } from "./explorer/table.js";
import { timeline } from "./explorer/years.js";
import { tools } from "./explorer/tools.js";
import { weights } from "./explorer/weight.js";
import { filled, many } from "./explorer/wording.js";

const root = document.getElementById("explorer");
const said = document.getElementById("said");
const t = JSON.parse(root.dataset.words);
const lang = document.documentElement.lang;
const title = document.querySelector("h1").textContent;
const quiet = matchMedia("(prefers-reduced-motion: reduce)").matches;

async function start() {
  said.textContent = t.loading;
  const from = source({ drawing: root.dataset.drawing, links: root.dataset.links, parts: Number(root.dataset.parts) });
  const data = unpack(await from.drawing());
  const read = parse(location.search);
  let state = read.state;
  let view = { links: [], units: [], lines: [], weighed: new Map() };
  let returnTo = null;
  let began = null;

  const part = (name, tag = "div", given = {}) => h(tag, { class: name, ...given });
  const bar = part("tools", "div", { role: "toolbar", "aria-label": t.tools });
  const canvas = part("canvas", "div", { role: "img", "aria-label": t.stage });
  const find = part("find");
  const views = h("div", { class: "views" });
  const frame = h("div", { class: "stage" }, canvas, views);
  const hint = h("p", { class: "hint note" }, t.hint);
  const reading = part("panel", "section", { "aria-label": t.panel, hidden: true });
  const sieve = part("sieve", "section", { "aria-label": t.filters });
  const line = part("years", "section", { "aria-label": t.years });
  root.append(bar, h("div", { class: "floor" }, h("div", { class: "main" }, frame, line), h("div", { class: "aside" }, find, reading, hint, sieve)));
  root.hidden = false;
  document.body.classList.add("with-drawing");

  const inState = (standing) => t[state.at ? standing : `${standing}All`];

  // An address is kept, but those that are passed on the way (a slider that moves): back leads to where that began.
  function remember(address, passing) {
    const now = `${location.pathname}${location.search}`;
    if (passing) began ??= now;
    else if (began !== null) {
      history.replaceState(null, "", began);
      if (address !== began) history.pushState(null, "", address);
      began = null;
      return;
    }
    if (address !== now) history[passing ? "replaceState" : "pushState"](null, "", address);
  }

  // A change of what is chosen (null: all as it opens); `passing` is one of many, which the history need not keep.
  function go(change, opener = null, passing = false) {
    state = change ? { ...state, ...change } : { ...opening(), weight: state.weight };
    if (opener) returnTo = opener;
    remember(`${location.pathname}${written(state, location.search)}`, passing);
    show(change ?? {});
    if (opener) card.focus();
  }

  function toggle(group) {
    const open = new Set(state.open);
    open.has(group.index) ? open.delete(group.index) : open.add(group.index);
    go({ open });
    if (open.has(group.index)) board?.look(view.units.filter(({ node }) => node?.group === group));
    chooseUnit();
  }

  const unitOf = (id) => view.units.find((unit) => unit.id === id) ?? view.units.find(({ members }) => [...members].some((node) => node.id === id));
  const press = (unit) => go({ node: unit.id, link: null });
  const pressLines = (found) => (found.length > 1 ? (go({ link: null, node: null }), card.lines(found), (hint.hidden = true)) : go({ link: found[0].id, node: null }));

  const board = supported() ? stage(canvas, { directed: data.directed, still: quiet, onUnit: press, onLines: pressLines, onNothing: () => go({ link: null, node: null }) }) : null;
  const fallback = board ? null : stillPicture(frame, canvas, { words: t, data, title });
  const card = panel(reading, {
    words: t, lang, data, source: from, thing: root.dataset.thing, around: root.dataset.around, go,
    back: () => (returnTo?.isConnected ? returnTo.focus() : document.getElementById("twin").focus()),
  });
  const sift = filters(sieve, { words: t, lang, data, go, state: () => state });
  const years = timeline(line, { words: t, lang, data, go });
  const twin = document.getElementById("twin");
  const tabled = tables(document.getElementById("twin-table"), document.getElementById("twin-note"), { words: t, lang, data, go, toggle });
  const seen = () => ({ ...(board?.seen() ?? fallback.seen(view)), legend: legend() });
  tools(bar, { words: t, lang, data, editor: root.dataset.sparql, title, view: () => ({ data, lang, state, ...view }), seen, twin });
  search(find);
  if (board) {
    views.append(button("+", () => board.zoom(1.6), { class: "plain", "aria-label": t.zoomIn }), button("−", () => board.zoom(1 / 1.6), { class: "plain", "aria-label": t.zoomOut }), button("⤢", () => board.fit(), { class: "plain", "aria-label": t.fit }));
    board.bound(data.groups.length ? data.groups.flatMap(({ x, y, radius }) => [{ x: x - radius, y: y - radius }, { x: x + radius, y: y + radius }]) : data.nodes);
  }

  function legend() {
    const families = data.families.filter((family) => view.units.some(({ node }) => node?.kind.family === family)).map((family) => ({ label: family[lang], swatch: family }));
    const groups = view.units.find(({ group }) => group);
    return [...families, ...(groups ? [{ label: many(t.groupsWord, 2, lang).replace(/^\S+\s/, ""), swatch: unitLook(groups) }] : []),
      ...["certain", "possible", "unknown"].map((standing) => ({ label: inState(standing), standing }))];
  }

  function search(place) {
    const list = h("datalist", { id: "names" }, data.nodes.map(({ label, also }) => h("option", { value: label }, also[0] ?? "")));
    const input = h("input", { id: "find", type: "search", list: "names", placeholder: t.searchHint, autocomplete: "off", spellcheck: "false" });
    const wrong = h("p", { class: "note", role: "status" });
    const plain = (text) => text.normalize("NFD").replace(/\p{M}/gu, "").toLocaleLowerCase("fr");
    const choose = () => {
      const sought = plain(input.value.trim());
      wrong.textContent = "";
      if (!sought) return;
      const called = (test) => data.nodes.find(({ label, also }) => [label, ...also].some((name) => test(plain(name))));
      const found = called((name) => name === sought) ?? called((name) => name.startsWith(sought)) ?? called((name) => name.includes(sought));
      if (!found || !unitOf(found.id)) return void (wrong.textContent = t.searchNone);
      const open = found.group && !isOpen(found.group, state) ? new Set([...state.open, found.group.index]) : state.open;
      go({ node: found.id, link: null, open }, input);
      const own = unitOf(found.id);
      board?.look(view.units.filter((unit) => unit === own || view.lines.some(({ a, b }) => (a === own && b === unit) || (b === own && a === unit))));
    };
    input.addEventListener("change", choose);
    input.addEventListener("keydown", (event) => event.key === "Enter" && choose());
    place.append(h("label", { for: "find" }, data.twoModes ? t.searchThings : t.search), input, wrong);
  }

  function show(change) {
    const links = shown(data, state);
    const weighed = weights(links, state.weight);
    view = { links, weighed, ...drawn(data, links, weighed, state) };
    const select = document.getElementById("weight");
    if (select.value !== state.weight) select.value = state.weight;
    board?.show(view);
    fallback?.show(view, seen);
    years(undating(data, state), state);
    const lists = Object.fromEntries(["kinds", "through", "roles", "themes", "certainty"].map((list) => [list, counted(data, list in change ? links : shown(data, { ...state, [list]: null }), list)]));
    sift({ ...lists, states: new Map(Object.entries(standings(shown(data, { ...state, states: null })))) });
    tabled(view, inState);
    tell();
    chooseUnit();
  }

  function tell() {
    const { links, units, lines } = view;
    const nodes = new Set(units.flatMap(({ members }) => [...members])).size;
    const folded = units.filter(({ group }) => group).length;
    const through = new Set(links.flatMap(({ arrangements }) => [...arrangements])).size;
    const values = { links: many(t.linksWord, links.length, lang), nodes: many(data.twoModes ? t.thingsWord : t.actorsWord, nodes, lang), through: many(t.throughWord, through, lang), groups: many(t.groupsWord, folded, lang), lines: many(t.linesWord, lines.length, lang) };
    const odd = read.odd.length ? ` ${filled(t.badState, { names: read.odd.join(", ") })}` : "";
    said.textContent = (links.length ? filled(folded ? t.foldedSummary : t.summary, values) : t.nothing) + odd;
  }

  // The panel says what is chosen: a line, or a unit.
  function chooseUnit() {
    const ofLine = state.link && (view.lines.find(({ id }) => id === state.link) ?? view.lines.find(({ links }) => links.some(({ link }) => link.id === state.link)));
    const link = state.link && view.links.find(({ link: one }) => one.id === state.link);
    const unit = !state.link && state.node ? unitOf(state.node) : null;
    board?.choose({ line: ofLine?.id ?? null, unit: unit?.id ?? null });
    hint.hidden = Boolean(state.link || unit);
    if (link) card.link(link, inState);
    else if (ofLine) alone(ofLine) ? card.link(alone(ofLine), inState) : card.gathered(ofLine);
    else if (state.link) card.gone();
    else if (unit?.group && unit.id === state.node) card.group(unit, state, toggle);
    else if (unit) card.node([...unit.members].find(({ id }) => id === state.node), view.links, state, toggle);
    else card.hide();
  }

  document.getElementById("weight").addEventListener("change", (event) => go({ weight: event.target.value }));
  addEventListener("popstate", () => {
    state = parse(location.search).state;
    show({});
  });
  show({});
  document.documentElement.dataset.ready = "true";
}

start().catch((error) => {
  said.textContent = filled(t.failed, { why: error.message });
  document.documentElement.dataset.ready = "failed";
});
