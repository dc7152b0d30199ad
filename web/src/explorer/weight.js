// In: the links that are shown. Out: what each weighs, as `maillage.network.weigh` weighs it.

export function weights(links, kind) {
  const taking = new Map();
  const own = new Map();
  const add = (map, key, value) => (map.get(key) ?? map.set(key, new Set()).get(key)).add(value);
  for (const { link, arrangements } of links)
    for (const one of arrangements)
      for (const end of [link.source, link.target]) {
        add(taking, one, end);
        add(own, end, one);
      }
  return new Map(links.map((shown) => [shown.link, weight(shown, kind, taking, own)]));
}

function weight({ link, arrangements }, kind, taking, own) {
  const shared = arrangements.size;
  if (kind === "newman") return [...arrangements].reduce((sum, one) => sum + 1 / (taking.get(one).size - 1), 0);
  const [a, b] = [own.get(link.source), own.get(link.target)];
  if (kind === "jaccard") return shared / new Set([...a, ...b]).size;
  if (kind === "cosine") return shared / Math.sqrt(a.size * b.size);
  return shared;
}
