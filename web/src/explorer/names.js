// Which names are written: boxes come in, the most important first; those that lie on no other one go out.

export function apart(boxes, taken = []) {
  const kept = [];
  const overlap = (a, b) => a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;
  for (const box of boxes)
    if (!kept.some((one) => overlap(one, box)) && !taken.some((one) => one.id !== box.id && overlap(one, box))) kept.push(box);
  return kept;
}
