// Where the page gets its data: the addresses it was given come in; a drawing, or what is said of one link, goes out.
// A server answers each link alone. In a folder of files the links of a drawing lie in parts, named {part} in the address.

async function json(address) {
  const answer = await fetch(address, { headers: { Accept: "application/json" } });
  const said = await answer.json().catch(() => null);
  if (!answer.ok || !said) throw new Error(said?.detail ?? `${answer.status} ${answer.statusText}`.trim());
  return said;
}

export function source({ drawing, links, parts }) {
  const known = new Map();
  const once = (address) => {
    if (!known.has(address)) known.set(address, json(address).catch((error) => (known.delete(address), Promise.reject(error))));
    return known.get(address);
  };
  return {
    drawing: () => json(drawing),
    async link(link) {
      if (!links.includes("{part}")) {
        const ends = new URLSearchParams({ source: link.source.id, target: link.target.id });
        return once(`${links}${links.includes("?") ? "&" : "?"}${ends}`);
      }
      const told = await once(links.replace("{part}", String(link.source.index % parts)));
      return told[link.id];
    },
  };
}
