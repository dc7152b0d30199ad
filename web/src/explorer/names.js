// Which names are written: boxes come in, the most important first; those that lie on no other one go out. The first few may lie
// on what is `taken`: without them one would not know where one is.

export function apart(boxes, taken = [], few = 0) {
  const kept = [];
  const overlap = (a, b) => a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;
  for (const [rank, box] of boxes.entries())
    if (!kept.some((one) => overlap(one, box)) && (rank < few || !taken.some((one) => one.id !== box.id && overlap(one, box)))) kept.push(box);
  return kept;
}
