// What is chosen of the network, as boxes to tick: counts come in; a choice goes out.

import { button, h } from "./dom.js";
import { STANDINGS } from "./dates.js";
import { glyph, stroke } from "./marks.js";
import { chosen } from "./state.js";
import { number } from "./wording.js";

export function filters(root, { words: t, lang, data, go, state }) {
  const lists = {
    kinds: data.families.map((family) => ({ key: family.key, text: family[lang], mark: () => glyph(family) })),
    states: STANDINGS.map((one) => ({ key: one, text: () => t[state().at ? one : `${one}All`], mark: () => stroke(one) })),
    certainty: [{ key: "explicit", text: t.explicit }, { key: "inferred", text: t.inferredOne }],
    through: data.through.map(({ key, ...said }) => ({ key, text: said[lang] })),
    roles: sorted(data.roles),
    themes: sorted(data.themes),
  };
  const every = Object.fromEntries(Object.entries(lists).map(([name, list]) => [name, list.map(({ key }) => key)]));
  const boxes = {};

  function sorted(things) {
    return things.map(({ key, ...said }) => ({ key, text: said[lang] })).sort((a, b) => a.text.localeCompare(b.text, lang));
  }

  function box(name, { key, text, mark }) {
    const tick = h("input", { type: "checkbox", on: { change: () => go({ [name]: chosen(state()[name], key, tick.checked, every[name]) }) } });
    const said = h("span", { class: "text" }, typeof text === "function" ? text() : text);
    const count = h("span", { class: "n" });
    boxes[`${name} ${key}`] = { tick, count, said, text };
    return h("label", { class: "box" }, tick, mark ? mark() : null, said, count);
  }

  function section(name, title, open) {
    const list = lists[name];
    if (list.length < 2) return null;
    const all = list.length > 4 && h("p", { class: "both" }, button(t.all, () => go({ [name]: null }), { class: "inline", "aria-label": `${t.all} : ${title}` }), " · ", button(t.none, () => go({ [name]: new Set() }), { class: "inline", "aria-label": `${t.none} : ${title}` }));
    return h("details", { open, class: "filter" }, h("summary", {}, title), h("fieldset", {}, h("legend", { class: "unseen" }, title), all, list.map((one) => box(name, one))));
  }

  const wide = matchMedia("(min-width: 900px)").matches;
  const least = h("input", { id: "least", type: "number", min: 1, max: 999, value: 1, on: { change: () => go({ least: Math.min(999, Math.max(1, Math.round(Number(least.value)) || 1)) }) } });
  const parts = [section("kinds", data.twoModes ? t.kindsThings : t.kinds, wide), section("states", t.states, wide), section("certainty", t.certainty, wide),
    section("through", t.through, false), section("roles", t.roles, false), section("themes", t.themes, false)].filter(Boolean);
  root.append(h("h2", {}, t.filters), ...parts, h("p", { class: "field least" }, h("label", { for: "least" }, t.least), least), button(t.reset, () => go(null), { class: "plain reset" }));

  return function show(counts) {
    const now = state();
    least.value = now.least;
    for (const [name, keys] of Object.entries(every))
      for (const key of keys) {
        const one = boxes[`${name} ${key}`];
        if (!one) continue;
        one.tick.checked = !now[name] || now[name].has(key);
        one.count.textContent = number(counts[name]?.get(key) ?? 0, lang);
        if (typeof one.text === "function") one.said.textContent = one.text();
      }
  };
}
