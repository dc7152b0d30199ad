// In: a point, and lines between two points each. Out: those that pass near it, the nearest first.

export function distance(point, a, b) {
  const [dx, dy] = [b.x - a.x, b.y - a.y];
  const long = dx * dx + dy * dy;
  const along = long ? Math.min(1, Math.max(0, ((point.x - a.x) * dx + (point.y - a.y) * dy) / long)) : 0;
  return Math.hypot(point.x - a.x - along * dx, point.y - a.y - along * dy);
}

export function near(point, lines, within) {
  return lines
    .map((line) => [distance(point, line.from, line.to) - line.width / 2, line])
    .filter(([far]) => far <= within)
    .sort(([one], [other]) => one - other)
    .map(([, line]) => line);
}
