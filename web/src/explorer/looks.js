// How units and lines are drawn, on the screen and in a picture: what is drawn comes in; sizes, colours and strokes go out.

export const LINE = { usual: "#5b6a78", inferred: "#8893a0", chosen: "#0b57d0" };
const GROUP = { shape: "dot", fill: "#e8eff6", border: "#1f4e79" };

export function unitLook(unit) {
  if (unit.group) return { ...GROUP, size: Math.min(34, 8 + 1.9 * Math.sqrt(unit.members.size)) };
  const { shape, fill, border } = unit.node.kind.family;
  return { shape, fill, border, size: Math.min(15, 5.5 + 1.1 * Math.sqrt(unit.lines)) };
}

// Widths grow with the root of what is weighed, from the lightest line to the heaviest; all alike are thin.
export function widths(lines) {
  const all = lines.map(({ weight }) => weight);
  const [least, most] = [Math.min(...all), Math.max(...all)];
  return ({ weight }) => (most > least ? 1.4 + 4.8 * Math.sqrt((weight - least) / (most - least)) : 1.8);
}

// A crowd of lines lets through what lies behind it.
export const density = (lines) => (lines.length > 250 ? 0.55 : 1);
export const lineColour = (line, chosen) => (chosen ? LINE.chosen : line.inferred ? LINE.inferred : LINE.usual);

// What is written beside a unit.
export const unitName = (unit) => (unit.group ? unit.group.brief : (unit.node.also[0] ?? unit.node.label));
export const unitPlace = (unit) => (unit.group ? unit.group : unit.node);
