// Small drawings beside words: the shape of a family, the stroke of a line.

import { DASHES, corners } from "./shapes.js";
import { svg } from "./dom.js";

export function glyph({ shape, fill, border, actor }) {
  const look = { fill, stroke: border, "stroke-width": actor === false ? 2.2 : 1.3, "stroke-linejoin": "round" };
  const points = corners(shape, 10, 10, 7.5);
  return svg("svg", { class: "glyph", viewBox: "0 0 20 20", width: 20, height: 20, "aria-hidden": "true" },
    points ? svg("polygon", { points: points.map((point) => point.map((n) => n.toFixed(2)).join(",")).join(" "), ...look }) : svg("circle", { cx: 10, cy: 10, r: 7.5, ...look }));
}

export function stroke(standing) {
  return svg("svg", { class: "sample", viewBox: "0 0 36 10", width: 36, height: 10, "aria-hidden": "true" },
    svg("line", { x1: 1, y1: 5, x2: 35, y2: 5, stroke: "#46515e", "stroke-width": 2.4, "stroke-dasharray": DASHES[standing]?.join(" ") ?? null }));
}
