// The drawing where there is no WebGL: a picture of what is shown, made anew at each choice, that nothing can be clicked in.

import { h } from "./dom.js";
import { density, lineColour, unitLook, unitName, unitPlace, widths } from "./looks.js";
import { picture } from "./picture.js";

const [WIDTH, HEIGHT, PAD] = [1000, 620, 40];
// Names in a picture that nobody can zoom into: those of the best tied.
const NAMED = 24;

export function still(frame, canvas, { words: t, data, title }) {
  const image = h("img", { class: "still", alt: t.stage });
  canvas.remove();
  frame.before(h("p", { class: "wrong" }, t.noWebgl));
  frame.prepend(image);

  function seen({ units, lines }) {
    const places = units.map(unitPlace);
    const [xs, ys] = [places.map(({ x }) => x), places.map(({ y }) => y)];
    const [left, low] = [Math.min(...xs), Math.min(...ys)];
    const scale = Math.min((WIDTH - 2 * PAD) / (Math.max(...xs) - left || 1), (HEIGHT - 2 * PAD) / (Math.max(...ys) - low || 1), 2);
    const at = (unit) => ({ x: PAD + (unitPlace(unit).x - left) * scale, y: HEIGHT - PAD - (unitPlace(unit).y - low) * scale });
    const wide = widths(lines);
    const best = [...units].sort((a, b) => b.members.size - a.members.size || b.lines - a.lines).slice(0, NAMED);
    return {
      width: WIDTH,
      height: HEIGHT,
      opacity: density(lines),
      units: units.map((unit) => ({ ...unitLook(unit), ...at(unit), r: unitLook(unit).size })),
      lines: lines.map((line) => ({ from: at(line.a), to: { ...at(line.b), r: unitLook(line.b).size }, width: wide(line), colour: lineColour(line, false), standing: line.standing, arrow: data.directed })),
      names: best.map((unit) => ({ ...at(unit), x: at(unit).x + unitLook(unit).size + 4, text: unitName(unit) })),
    };
  }

  return {
    seen,
    show(view, all) {
      image.hidden = !view.units.length;
      if (view.units.length) image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(picture({ ...all(), title, notes: [] }))}`;
    },
  };
}
