// In: what stands on the screen, in pixels, with its legend. Out: the same as one SVG text, for paper and for files.

import { DASHES, corners } from "./shapes.js";

const INK = "#17212b";
const short = (value) => String(Math.round(value * 100) / 100);
const escaped = (text) => String(text).replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, "")
  .replace(/[&<>"]/g, (sign) => ({ "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" })[sign]);

function shape({ shape: form, x, y, r, fill, border }) {
  const look = `fill="${fill}" stroke="${border}" stroke-width="1.5" stroke-linejoin="round"`;
  const points = corners(form, x, y, r);
  if (!points) return `<circle cx="${short(x)}" cy="${short(y)}" r="${short(r)}" ${look}/>`;
  return `<polygon points="${points.map((point) => point.map(short).join(",")).join(" ")}" ${look}/>`;
}

function line({ from, to, width, colour, standing, arrow }) {
  const dash = DASHES[standing] ? ` stroke-dasharray="${DASHES[standing].join(" ")}"` : "";
  const drawn = `<path d="M${short(from.x)} ${short(from.y)}L${short(to.x)} ${short(to.y)}" stroke="${colour}" stroke-width="${short(width)}"${dash}/>`;
  if (!arrow) return drawn;
  const long = Math.hypot(to.x - from.x, to.y - from.y) || 1;
  const [ux, uy] = [(to.x - from.x) / long, (to.y - from.y) / long];
  const [tx, ty] = [to.x - ux * (to.r ?? 0), to.y - uy * (to.r ?? 0)];
  const size = 5 + 1.5 * width;
  const head = [[tx, ty], [tx - ux * size - uy * size * 0.45, ty - uy * size + ux * size * 0.45], [tx - ux * size + uy * size * 0.45, ty - uy * size - ux * size * 0.45]];
  return `${drawn}<polygon points="${head.map((point) => point.map(short).join(",")).join(" ")}" fill="${colour}" stroke="none"/>`;
}

const words = (x, y, text, more = "") => `<text x="${short(x)}" y="${short(y)}" dominant-baseline="central" ${more}>${escaped(text)}</text>`;

// `legend` is a list of {label, swatch} or {label, standing}; `measure` says how wide a text is.
export function picture({ width, height, title, notes, legend, units, lines, names, opacity = 1, measure = (text) => text.length * 7 }) {
  const top = 48;
  const key = [];
  let [x, y] = [14, top + height + 22];
  for (const { label, swatch, standing } of legend) {
    const wide = 46 + measure(label);
    if (x > 14 && x + wide > width) [x, y] = [14, y + 24];
    key.push(swatch ? shape({ ...swatch, x: x + 10, y, r: 7 }) : line({ from: { x, y }, to: { x: x + 24, y }, width: 2, colour: "#46515e", standing }));
    key.push(words(x + (swatch ? 24 : 30), y, label));
    x += wide;
  }
  const whole = y + 26 + 18 * notes.length;
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${short(width)} ${short(whole)}" width="${short(width)}" height="${short(whole)}" font-family="'Segoe UI', Roboto, 'Noto Sans', 'Liberation Sans', Arial, sans-serif" font-size="13" fill="${INK}">`,
    `<title>${escaped(title)}</title>`,
    `<rect width="${short(width)}" height="${short(whole)}" fill="#ffffff"/>`,
    words(14, 24, title, 'font-size="18" font-weight="600"'),
    `<svg y="${top}" width="${short(width)}" height="${short(height)}" overflow="hidden">`,
    `<g fill="none" stroke-opacity="${opacity}" fill-opacity="${opacity}">${lines.map(line).join("")}</g>`,
    units.map(shape).join(""),
    `<g stroke="#ffffff" stroke-width="3" stroke-linejoin="round" paint-order="stroke">${names.map(({ x, y, text }) => words(x, y, text)).join("")}</g>`,
    "</svg>",
    ...key,
    ...notes.map((note, i) => words(14, y + 26 + 18 * i, note, 'font-size="12" fill="#4d5a67"')),
    "</svg>",
    "",
  ].join("\n");
}
