// In: the links that are shown, and the groups that are open. Out: what is drawn: units (a node, or a group in one mark)
// and the lines between them. A line of a group stands for all the links it gathers.

import { better } from "./dates.js";

// A group so small is drawn as its nodes.
const SMALL = 3;

export const isOpen = (group, state) => !group || group.size <= SMALL || state.open.has(group.index);

export function drawn(data, links, weighed, state) {
  const units = new Map();
  const unit = (node) => {
    const folded = !isOpen(node.group, state);
    const id = folded ? `group ${node.group.index}` : node.id;
    if (!units.has(id))
      units.set(id, { id, node: folded ? null : node, group: folded ? node.group : null, members: new Set(), inner: 0, lines: 0 });
    units.get(id).members.add(node);
    return units.get(id);
  };
  const lines = new Map();
  for (const shown of links) {
    const a = unit(shown.link.source);
    const b = unit(shown.link.target);
    if (a === b) {
      a.inner += 1;
      continue;
    }
    const [one, other] = data.directed || a.id < b.id ? [a, b] : [b, a];
    const id = `${one.id}~${other.id}`;
    const line = lines.get(id) ?? { id, a: one, b: other, links: [], weight: 0, standing: null, inferred: true };
    line.links.push(shown);
    line.weight += weighed.get(shown.link);
    line.standing = better(line.standing, shown.standing);
    line.inferred &&= shown.inferred;
    lines.set(id, line);
  }
  for (const { a, b } of lines.values()) {
    a.lines += 1;
    b.lines += 1;
  }
  return { units: [...units.values()], lines: [...lines.values()] };
}

// The one link of a line between two nodes; null where the line stands for several, or for groups.
export function alone(line) {
  return line.a.node && line.b.node && line.links.length === 1 ? line.links[0] : null;
}
