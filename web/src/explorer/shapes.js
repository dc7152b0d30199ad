// In: a shape of the legend, a middle and a size. Out: its corners; null for a disc. As picture.js of the offline page has
// them, so that a family looks the same in both.

const turned = (n, x, y, radius, from = 0) => Array.from({ length: n }, (_, i) => {
  const angle = from + (i * 2 * Math.PI) / n;
  return [x + radius(i) * Math.sin(angle), y - radius(i) * Math.cos(angle)];
});

function triangle(x, y, r, way) {
  const half = 1.15 * r;
  const centre = y + way * 0.275 * half;
  const low = half / Math.sqrt(3);
  const high = half * Math.sqrt(3) - low;
  return [[x, centre - way * high], [x + half, centre + way * low], [x - half, centre + way * low]];
}

const CORNERS = {
  square: (x, y, r) => [[-1, -1], [1, -1], [1, 1], [-1, 1]].map(([dx, dy]) => [x + 0.86 * r * dx, y + 0.86 * r * dy]),
  diamond: (x, y, r) => turned(4, x, y, () => r),
  triangle: (x, y, r) => triangle(x, y, r, 1),
  triangleDown: (x, y, r) => triangle(x, y, r, -1),
  star: (x, y, r) => turned(10, x, y + 0.082 * r, (i) => 0.9 * r * (i % 2 ? 0.5 : 1.3)),
  hexagon: (x, y, r) => turned(6, x, y, () => r, Math.PI / 6),
};

export const corners = (shape, x, y, r) => CORNERS[shape]?.(x, y, r) ?? null;

// How a line is broken by how it stands, in pixels: drawn, left out.
export const DASHES = { certain: null, possible: [9, 5], unknown: [2, 4] };
