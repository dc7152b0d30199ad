// The drawing as tables: units and lines come in; a row for each goes out, with a way from each row to what is behind it.

import { button, h } from "./dom.js";
import { alone } from "./fold.js";
import { stroke } from "./marks.js";
import { filled, many, number } from "./wording.js";

// How many arrangements a cell names before it counts the rest.
const NAMED = 3;

export function tables(root, note, { words: t, lang, data, go, toggle }) {
  const named = (unit) => (unit.group ? unit.group[lang] : unit.node.label);
  const short = (texts) => (texts.length > NAMED ? `${texts.slice(0, NAMED).join(" ; ")} ; ${filled(t.more, { n: number(texts.length - NAMED, lang) })}` : texts.join(" ; "));
  const [first, second] = data.directed ? [t.from, t.to] : [t.oneActor, t.otherActor];

  function row(line, inState) {
    const ties = line.links.flatMap((shown) => shown.ties.map(({ tie }) => tie));
    const through = [...new Set(ties.map(({ arrangement }) => arrangement.label))];
    const periods = [...new Set(ties.map((tie) => tie[lang]))];
    const choose = (event) => go({ link: line.id, node: null }, event.currentTarget);
    const label = filled(t.readLink, { a: named(line.a), b: named(line.b) });
    const read = alone(line) ? t.read : t.see;
    return h("tr", { "data-line": line.id },
      h("th", { scope: "row" }, named(line.a)), h("td", { "data-head": second }, named(line.b)),
      h("td", { "data-head": t.through }, alone(line) ? short(through) : `${many(t.linksWord, line.links.length, lang)}, ${many(t.throughWord, through.length, lang)}`),
      h("td", { "data-head": t.colPeriod }, alone(line) ? short(periods) : ""),
      h("td", { "data-head": t.colState, class: "state" }, stroke(line.standing), " ", inState(line.standing)),
      h("td", { "data-head": t.colWeight, class: "number" }, number(line.weight, lang)),
      h("td", {}, button(read, choose, { class: "inline", "aria-label": `${read} : ${label}` })));
  }

  function unitRow(unit) {
    const press = unit.group ? () => toggle(unit.group) : (event) => go({ node: unit.id, link: null }, event.currentTarget);
    return h("tr", {}, h("th", { scope: "row" }, named(unit)), h("td", { "data-head": t.colKind }, unit.group ? many(data.twoModes ? t.thingsWord : t.actorsWord, unit.members.size, lang) : unit.node.kind[lang]),
      h("td", { "data-head": t.colLinks, class: "number" }, number(unit.lines, lang)),
      h("td", {}, button(unit.group ? t.openGroup : t.see, press, { class: "inline", "aria-label": `${unit.group ? t.openGroup : t.see} : ${named(unit)}` })));
  }

  const head = (names) => h("thead", {}, h("tr", {}, names.map(([name, kind]) => h("th", { scope: "col", class: kind ?? null }, name))));
  const links = h("tbody");
  const units = h("tbody");
  const fold = h("summary");
  root.replaceChildren(
    h("table", { class: "cards", id: "lines" }, h("caption", {}, t.captionLines),
      head([[first], [second], [t.through], [t.colPeriod], [t.colState], [t.colWeight, "number"], [t.colRead]]), links));
  const more = h("details", { class: "units" }, fold, h("div", { class: "scroll", tabindex: "0", role: "region", "aria-label": t.captionUnits },
    h("table", { class: "cards", id: "units" }, h("caption", {}, t.captionUnits), head([[t.colName], [t.colKind], [t.colLinks, "number"], [t.colRead]]), units)));
  root.after(more);
  for (const [name, value] of [["tabindex", "0"], ["role", "region"], ["aria-label", t.captionLines]]) root.setAttribute(name, value);

  return function show({ lines: drawn, units: seen }, inState) {
    const ordered = [...drawn].sort((a, b) => b.weight - a.weight || named(a.a).localeCompare(named(b.a), lang));
    links.replaceChildren(...ordered.map((line) => row(line, inState)));
    units.replaceChildren(...[...seen].sort((a, b) => Number(!a.group) - Number(!b.group) || b.members.size - a.members.size || named(a).localeCompare(named(b), lang)).map(unitRow));
    fold.textContent = filled(t.unitsTitle, { n: number(seen.length, lang) });
    note.firstChild.textContent = `${many(t.linesWord, drawn.length, lang)}. `;
  };
}
