// The years of a network: bars of how its links stand in each, and a slider over them. Ties come in; a year goes out.

import { button, h, svg } from "./dom.js";
import { STANDINGS, histogram, years } from "./dates.js";
import { filled, number } from "./wording.js";

const HEIGHT = 64;

export function timeline(root, { words: t, lang, data, go }) {
  const every = years(data.links.flatMap(({ ties }) => ties));
  if (every.length < 2) return () => {};
  const [first, last] = [every[0], every.at(-1)];
  const bars = svg("svg", { class: "histogram", viewBox: `0 0 ${every.length * 10} ${HEIGHT}`, preserveAspectRatio: "none", "aria-hidden": "true" });
  const slider = h("input", { id: "year", type: "range", min: first, max: last, step: 1, on: { input: () => go({ at: slider.value }, null, true), change: () => go({ at: slider.value }) } });
  const said = h("output", { for: "year" });
  const all = button(t.allYears, () => go({ at: "" }), { class: "plain all" });
  root.append(
    h("div", { class: "year-head" }, h("label", { for: "year" }, t.year), said, all),
    h("div", { class: "year-scale" }, bars, slider, h("div", { class: "ends", "aria-hidden": "true" }, h("span", {}, String(first)), h("span", {}, String(last)))),
    h("p", { class: "note" }, t.yearsHint));

  return function show(ties, state) {
    const counted = histogram(ties, every);
    const most = Math.max(1, ...counted.map((bar) => STANDINGS.reduce((sum, one) => sum + bar[one], 0)));
    const year = state.at ? Number(state.at.slice(0, 4)) : null;
    bars.replaceChildren(...counted.flatMap((bar, i) => {
      let top = HEIGHT;
      const words = filled(t.bar, { year: bar.year, ...Object.fromEntries(STANDINGS.map((one) => [one, number(bar[one], lang)])) });
      const parts = STANDINGS.map((one) => {
        const tall = (bar[one] / most) * (HEIGHT - 2);
        top -= tall;
        return svg("rect", { class: one, x: i * 10 + 1, y: top, width: 8, height: tall });
      });
      return svg("g", { class: bar.year === year ? "now" : null, on: { click: () => go({ at: String(bar.year) }) } },
        svg("title", {}, words), svg("rect", { class: "column", x: i * 10, y: 0, width: 10, height: HEIGHT }), ...parts);
    }));
    slider.value = year ?? last;
    slider.classList.toggle("unset", year === null);
    const bar = counted.find((one) => one.year === year);
    said.textContent = state.at ? state.at : t.allYearsNow;
    slider.setAttribute("aria-valuetext", bar ? filled(t.bar, { year, ...Object.fromEntries(STANDINGS.map((one) => [one, number(bar[one], lang)])) }) : t.allYearsNow);
    all.disabled = !state.at;
  };
}
