// In: what stands in a drawing, in pixels of the screen. Out: the same as one SVG element, for paper and for files.
// The shapes are those of vis-network, so that a picture shows what was on the screen.
const picture = (() => {
  "use strict";
  const make = (tag, given = {}, ...children) => {
    const node = document.createElementNS("http://www.w3.org/2000/svg", tag);
    for (const [key, value] of Object.entries(given)) if (value !== null && value !== undefined) node.setAttribute(key, value);
    node.append(...children);
    return node;
  };
  const short = (value) => String(Math.round(value * 100) / 100);
  const joined = (points) => points.map(([x, y]) => `${short(x)},${short(y)}`).join(" ");
  const turned = (n, x, y, radius) => Array.from({ length: n }, (_, i) => [
    x + radius(i) * Math.sin((i * 2 * Math.PI) / n), y - radius(i) * Math.cos((i * 2 * Math.PI) / n)]);
  const triangle = (x, y, r, way) => {
    const half = 1.15 * r, centre = y + way * 0.275 * half, low = half / Math.sqrt(3), high = half * Math.sqrt(3) - low;
    return [[x, centre - way * high], [x + half, centre + way * low], [x - half, centre + way * low]];
  };
  const corners = {
    square: (x, y, r) => [[x - r, y - r], [x + r, y - r], [x + r, y + r], [x - r, y + r]],
    diamond: (x, y, r) => [[x, y - r], [x + r, y], [x, y + r], [x - r, y]],
    triangle: (x, y, r) => triangle(x, y, r, 1),
    triangleDown: (x, y, r) => triangle(x, y, r, -1),
    star: (x, y, r) => turned(10, x, y + 0.082 * r, (i) => 0.82 * r * (i % 2 ? 0.5 : 1.3)),
    hexagon: (x, y, r) => turned(6, x, y, () => r).map(([a, b]) => [x + (b - y), y + (a - x)]),
  };
  function shape({ shape: form, x, y, r, fill, border, thick, opacity }) {
    const look = { fill, stroke: border, "stroke-width": short(thick), "stroke-linejoin": "round", opacity: opacity < 1 ? opacity : null };
    return corners[form] ? make("polygon", { points: joined(corners[form](x, y, r)), ...look })
      : make("circle", { cx: short(x), cy: short(y), r: short(r), ...look });
  }
  function line({ a, b, width, dash, colour, opacity, arrow, bend }) {
    const along = Math.hypot(b.x - a.x, b.y - a.y) || 1, ux = (b.x - a.x) / along, uy = (b.y - a.y) / along;
    const via = bend ? { x: (a.x + b.x) / 2 + uy * along * bend, y: (a.y + b.y) / 2 - ux * along * bend } : null;
    const look = { fill: "none", stroke: colour, "stroke-width": short(width), "stroke-dasharray": dash ? dash.map(short).join(" ") : null, opacity };
    const path = make("path", { d: `M${short(a.x)} ${short(a.y)}${via ? `Q${short(via.x)} ${short(via.y)} ` : "L"}${short(b.x)} ${short(b.y)}`, ...look });
    if (!arrow) return [path];
    // The head of the arrow ends at the border of the shape it points to.
    const from = via || a, long = Math.hypot(b.x - from.x, b.y - from.y) || 1, vx = (b.x - from.x) / long, vy = (b.y - from.y) / long;
    const tip = { x: b.x - vx * b.r, y: b.y - vy * b.r }, size = 4 + 2 * width;
    const back = { x: tip.x - vx * size, y: tip.y - vy * size };
    const head = [[tip.x, tip.y], [back.x - vy * size * 0.45, back.y + vx * size * 0.45], [back.x + vy * size * 0.45, back.y - vx * size * 0.45]];
    return [path, make("polygon", { points: joined(head), fill: colour, opacity })];
  }
  function words({ lines, cx, cy, step, opacity, leader }, ink, paper) {
    const spans = lines.map((text, i) => {
      const span = make("tspan", { x: short(cx), y: short(cy + (i - (lines.length - 1) / 2) * step) });
      span.textContent = text;
      return span;
    });
    const look = { "text-anchor": "middle", "dominant-baseline": "central", fill: ink, stroke: paper, "stroke-width": 3.5,
      "stroke-linejoin": "round", "paint-order": "stroke", opacity: opacity < 1 ? opacity : null };
    const led = leader ? [make("path", { d: `M${leader.map(short).join(" ")}`, stroke: ink, "stroke-width": 0.8, fill: "none" })] : [];
    return [...led, make("text", look, ...spans)];
  }
  // Title above, what the shapes mean below, in as many rows as they need.
  return ({ width, height, title, key, note, lines, shapes, names, font, size, ink, paper, measure }) => {
    const top = 44, row = 22;
    let x = 12, y = top + height + 18;
    const legend = [];
    for (const { swatch, label } of key) {
      const wide = 40 + measure(label);
      if (x > 12 && x + wide > width) { x = 12; y += row; }
      const text = make("text", { x: x + 22, y, "dominant-baseline": "central", fill: ink });
      text.textContent = label;
      legend.push(shape({ ...swatch, x: x + 8, y, r: 7, opacity: 1 }), text);
      x += wide;
    }
    const said = make("text", { x: 12, y: y + row, "dominant-baseline": "central", fill: ink, opacity: 0.8 });
    said.textContent = note;
    const head = make("text", { x: 12, y: 22, "dominant-baseline": "central", fill: ink, "font-weight": 600, "font-size": 17 });
    head.textContent = title;
    const whole = y + row + 16;
    const frame = make("clipPath", { id: "frame" }, make("rect", { x: 0, y: 0, width, height }));
    const drawn = make("g", { "clip-path": "url(#frame)" }, ...lines.flatMap(line), ...shapes.map(shape), ...names.flatMap((one) => words(one, ink, paper)));
    return make("svg", { xmlns: "http://www.w3.org/2000/svg", viewBox: `0 0 ${width} ${whole}`, width, height: whole, role: "img", "aria-label": title,
      "font-family": font, "font-size": size },
      make("rect", { width, height: whole, fill: paper }), head, make("defs", {}, frame), make("g", { transform: `translate(0 ${top})` }, drawn), ...legend, said);
  };
})();
