// In: the JSON blocks of this page. Out: the drawing, the panel, the filters and the table, kept in step.
// Every text is set with textContent: nothing that a document says is ever read as HTML.
(() => {
  "use strict";

  // ---------- what the page was given ----------
  // What views/packed.py holds once is put back where it is said; what is the same stays one object.
  function unpacked(given) {
    const ids = given.nodes.map((node) => node.id);
    const roles = given.roles.map(([actor, role]) => (typeof actor === "number"
      ? { actor: ids[actor], label: given.nodes[actor].label, role } : { actor: actor[0], label: actor[1], role }));
    const nothing = { from: null, fromBy: null, untilFrom: null, until: null, kindLabel: null, relation: null, modality: null,
      open: false, known: false, inferred: false };
    const tie = ([n, some, quotations]) => ({ ...nothing, ...given.ties[n], roles: some.map((one) => roles[one]), quotations });
    return {
      ...given,
      nodes: given.nodes.map((node) => ({
        territory: null, regions: [], departments: [], ...node, arrangements: node.arrangements.map(([n, role]) => ({ iri: given.arrangements[n][0], label: given.arrangements[n][1], role })),
      })),
      edges: given.edges.map(([from, to, weight, ties], i) => ({ id: `e${i}`, from: ids[from], to: ids[to], weight, ties: ties.map(tie) })),
    };
  }
  // Of a comparison: the look of what is gained, lost or kept.
  const stateOf = (kind, i) => (data.states ? data.states.looks[data.states[kind][i]] : null);
  // Shapes and lines as vis-network wants them: places as they were computed, looks as the legend has them.
  function drawn({ places, options }) {
    const looks = new Map(data.families.map((family) => [family.id, family]));
    const pairs = new Set(data.edges.map((edge) => `${edge.from} ${edge.to}`));
    return {
      options,
      nodes: data.nodes.map((node, i) => {
        const { shape, fill: background, border, actor } = looks.get(node.family), [x, y, size] = places[i], over = { background, border: "#111827" }, state = stateOf("nodes", i);
        return { id: node.id, label: node.label, title: `${node.label}\n${node.kindLabel}${state ? `\n${state.label}` : ""}`, shape, size, x, y,
          borderWidth: state && state.id !== "kept" ? 4 : actor ? 1.5 : 2.2, ...(state && state.dashed ? { shapeProperties: { borderDashes: [4, 3] } } : {}),
          color: { background, border: state && state.id !== "kept" ? state.colour : border, highlight: over, hover: over } };
      }),
      edges: data.edges.map(({ id, from, to }) => ({
        id, from, to,
        ...(data.directed ? { arrows: { to: { enabled: true, scaleFactor: 0.7 } } } : {}),
        // Two arrows of one pair bend apart, or one would lie on the other.
        ...(data.directed && pairs.has(`${to} ${from}`) ? { smooth: { enabled: true, type: "curvedCW", roundness: 0.14 } } : {}),
      })),
    };
  }
  const read = (id) => JSON.parse(document.getElementById(id).textContent);
  const data = unpacked(read("data"));
  const drawing = drawn(read("drawing"));
  const t = data.words;
  const french = data.lang === "fr";
  const $ = (id) => document.getElementById(id);
  const narrow = window.matchMedia("screen and (max-width: 820px)");
  const onPaper = window.matchMedia("print");
  const still = window.matchMedia("(prefers-reduced-motion: reduce)").matches;
  const FONT = '"Segoe UI", -apple-system, BlinkMacSystemFont, Roboto, "Noto Sans", "Liberation Sans", Arial, sans-serif';
  const INK = "#17212b", LINE = "#8a97a5", STRONG = "#1f4e79", PAPER = "#ffffff";

  const byLabel = new Intl.Collator(data.lang, { sensitivity: "base", numeric: true });
  const nodeOf = new Map(data.nodes.map((node) => [node.id, node]));
  const edgeOf = new Map(data.edges.map((edge) => [edge.id, edge]));
  const familyOf = new Map(data.families.map((family) => [family.id, family]));
  const edgesOf = new Map(data.nodes.map((node) => [node.id, []]));
  for (const edge of data.edges) {
    edgesOf.get(edge.from).push(edge);
    if (edge.to !== edge.from) edgesOf.get(edge.to).push(edge);
  }
  const otherEnd = (edge, id) => (edge.from === id ? edge.to : edge.from);

  // ---------- words ----------
  const fill = (text, values) => text.replace(/\{(\w+)\}/g, (whole, key) => (key in values ? values[key] : whole));
  const number = new Intl.NumberFormat(data.lang);
  const plural = (n, [one, many]) => (french ? n < 2 : n === 1) ? one : many;
  const count = (n, forms) => `${number.format(n)} ${plural(n, forms)}`;
  const quoted = (text) => (french ? `«\u202f${text.trim()}\u202f»` : `“${text.trim()}”`);

  const monthEnd = (year, month) => new Date(Date.UTC(year, month, 0)).getUTCDate();
  const started = (tie) => tie.from || tie.fromBy;
  // The years a set of ties covers, for one cell of the table; ties without any date are counted apart.
  function span(ties) {
    const dated = ties.filter((tie) => started(tie) || tie.until);
    const bare = ties.length - dated.length;
    const parts = [];
    if (ties.length === 1) return ties[0].when;
    if (dated.length) {
      const least = dated.map((tie) => started(tie) || tie.until).sort()[0].slice(0, 4);
      const last = dated.every((tie) => tie.until) ? dated.map((tie) => tie.until).sort().at(-1).slice(0, 4) : null;
      parts.push(last === null ? fill(t.fromYear, { year: least }) : least === last ? least : `${least} – ${last}`);
    }
    if (bare) parts.push(dated.length ? `${number.format(bare)} × ${t.datesUnknown}` : t.datesUnknown);
    return parts.join(", ");
  }
  const firstDate = (ties) => ties.map((tie) => started(tie) || tie.until || "9999").sort()[0] || "9999";

  // ---------- small DOM helpers ----------
  function el(tag, given = {}, ...children) {
    const node = document.createElement(tag);
    for (const [key, value] of Object.entries(given)) {
      if (value === null || value === undefined || value === false) continue;
      if (key === "on") for (const [event, act] of Object.entries(value)) node.addEventListener(event, act);
      else if (key === "class") node.className = value;
      else node.setAttribute(key, value === true ? "" : value);
    }
    node.append(...children.flat(2).filter((child) => child !== null && child !== undefined && child !== false));
    return node;
  }
  function svg(tag, given, ...children) {
    const node = document.createElementNS("http://www.w3.org/2000/svg", tag);
    for (const [key, value] of Object.entries(given)) node.setAttribute(key, value);
    node.append(...children);
    return node;
  }
  // The shapes of vis-network, for the legend.
  function swatch(family) {
    const around = (n, radius, turn, inner) =>
      Array.from({ length: inner ? 2 * n : n }, (_, i) => {
        const r = inner && i % 2 ? inner : radius, angle = turn + (i * 2 * Math.PI) / (inner ? 2 * n : n);
        return `${(10 + r * Math.sin(angle)).toFixed(2)},${(10 - r * Math.cos(angle)).toFixed(2)}`;
      }).join(" ");
    const look = { fill: family.fill, stroke: family.border, "stroke-width": family.actor ? 1.3 : 2.4, "stroke-linejoin": "round" };
    const points = {
      square: "3.5,3.5 16.5,3.5 16.5,16.5 3.5,16.5", diamond: "10,1.5 18.5,10 10,18.5 1.5,10", triangle: "10,2 18,16.5 2,16.5",
      triangleDown: "10,18 18,3.5 2,3.5", star: around(5, 9, 0, 4.1), hexagon: around(6, 8.2, Math.PI / 2),
    }[family.shape];
    const shape = points ? svg("polygon", { points, ...look }) : svg("circle", { cx: 10, cy: 10, r: 7.5, ...look });
    return svg("svg", { viewBox: "0 0 20 20", "aria-hidden": "true" }, shape);
  }
  const cross = () => svg("svg", { viewBox: "0 0 16 16", "aria-hidden": "true" }, svg("path", { d: "M3 3l10 10M13 3L3 13" }));
  const outside = (address, ...children) => el("a", { href: address, rel: "noopener noreferrer", target: "_blank" }, ...children);

  // ---------- what is in view ----------
  const state = { off: new Set(), region: "", department: "", isolated: true, range: null, undated: true, selection: null, hover: null,
    size: data.chosen.size, colour: data.chosen.colour, least: null, most: null };
  const view = { nodes: new Set(), edges: new Map() }; // edges: id -> the ties in view

  function tieInView(tie) {
    const range = state.range;
    if (range && ((tie.from && tie.from > range[1]) || (tie.until && tie.until < range[0]))) return false;
    if (state.undated || (tie.known && !range)) return true;
    // Dates not wholly known, and the reader asked for certainty: its start, its end, or some day between them falls in the period for sure.
    const inside = (first, last) => first && last && (!range || (first >= range[0] && last <= range[1]));
    const between = range && tie.fromBy && tie.fromBy <= range[1] && (tie.open || (tie.untilFrom && tie.untilFrom >= range[0]));
    return Boolean(between || inside(tie.from, tie.fromBy) || inside(tie.untilFrom, tie.until));
  }
  const arrangementsIn = (ties) => new Set(ties.map((tie) => tie.iri)).size;
  // Where each tie says what it is (a role, a relation), it goes to one arrangement: there is nothing to count.
  const related = data.edges.some((edge) => edge.ties.some((tie) => tie.relation));
  const weightOf = (edge, ties) => (ties.length === edge.ties.length ? edge.weight : arrangementsIn(ties));
  const isDashed = (ties) => !ties.some((tie) => tie.known && !tie.inferred && !tie.modality);
  const widthOf = (weight) => Math.min(9, 1.3 + 1.5 * Math.log2(Math.max(1, weight)));

  // ---------- sizes and colours that follow a measure ----------
  const measureOf = new Map(data.measures.map((measure) => [measure.id, { ...measure, of: new Map(data.nodes.map((node, i) => [node.id, measure.values[i]])) }]));
  const communityOf = new Map(data.nodes.map((node, i) => [node.id, data.communities.looks[data.communities.of[i]]]));
  const [leastSize, mostSize, even] = data.sizes;
  const isUsual = () => state.size === "degree" && state.colour === "family";
  // The area grows with the value; a node without one is as small as the smallest.
  function measuredSize(id) {
    const { of, values } = measureOf.get(state.size), top = Math.max(0, ...values.map((value) => value || 0)) || 1;
    const grown = leastSize + (mostSize - leastSize) * Math.sqrt(Math.max(0, of.get(id) || 0) / top);
    return grown * (even[familyOf.get(nodeOf.get(id).family).shape] || 1);
  }
  // Five classes of a measure with as many nodes each, as far as values allow: [least, most, colour].
  function classes() {
    const known = measureOf.get(state.colour).values.filter((value) => value !== null).sort((a, b) => a - b), last = data.ramp.length - 1;
    const bounds = [...new Set(data.ramp.map((_, i) => known[Math.floor((i * known.length) / data.ramp.length)]))].filter((value) => value !== undefined);
    return bounds.map((from, i) => [from, i + 1 < bounds.length ? bounds[i + 1] : known.at(-1), data.ramp[bounds.length === 1 ? 2 : Math.round((i * last) / (bounds.length - 1))]]);
  }
  let steps = [];
  function fillOf(id) {
    const family = familyOf.get(nodeOf.get(id).family);
    if (state.colour === "family") return [family.fill, family.border];
    if (state.colour === "community") return [communityOf.get(id).colour, INK];
    const value = measureOf.get(state.colour).of.get(id);
    return [value === null ? PAPER : steps.filter(([from]) => value >= from).at(-1)[2], INK];
  }
  const valueText = (value) => (value === null ? t.unsaid : number.format(value));
  const measuredText = (id) => [...new Set([state.size, state.colour])].filter((name) => measureOf.has(name))
    .map((name) => `${measureOf.get(name).label}${french ? "\u00a0:" : ":"} ${valueText(measureOf.get(name).of.get(id))}`);
  function inMeasure(node) {
    if (state.least === null && state.most === null) return true;
    const value = measureOf.get(state.size).of.get(node.id);
    return value !== null && (state.least === null || value >= state.least) && (state.most === null || value <= state.most);
  }

  const inPlace = (node) => (!state.region || node.regions.includes(state.region)) && (!state.department || node.departments.includes(state.department));
  function look() {
    view.nodes.clear();
    view.edges.clear();
    const kept = new Set(data.nodes.filter((node) => !state.off.has(node.kind) && inMeasure(node)).map((node) => node.id));
    // Of a territory: what is in it, and what that is linked to.
    const inside = new Set(data.nodes.filter(inPlace).map((node) => node.id));
    const linked = new Set();
    for (const edge of data.edges) {
      if (!kept.has(edge.from) || !kept.has(edge.to) || !(inside.has(edge.from) || inside.has(edge.to))) continue;
      const ties = edge.ties.filter(tieInView);
      if (ties.length || (!edge.ties.length && state.undated && !state.range)) {
        view.edges.set(edge.id, ties);
        linked.add(edge.from).add(edge.to);
      }
    }
    for (const id of kept) if (linked.has(id) || (state.isolated && inside.has(id))) view.nodes.add(id);
  }

  // ---------- the drawing ----------
  // The drawing and its legend end where the window ends, however long the head of the page is.
  const measureHead = () => document.documentElement.style.setProperty("--head", `${document.querySelector(".head").offsetHeight}px`);
  measureHead();
  window.addEventListener("resize", measureHead);
  // Places are made for a lying screen; a standing one takes them turned, to lose less room.
  if (narrow.matches) for (const node of drawing.nodes) [node.x, node.y] = [node.y, node.x];
  const nodes = new vis.DataSet(drawing.nodes);
  const edges = new vis.DataSet(drawing.edges);
  const crowded = data.edges.length > 250;
  const box = $("network");

  // What is looked at: the selected or pointed thing and what it touches. Null when nothing is.
  function focus() {
    const at = state.selection || state.hover;
    if (!at) return null;
    if (at.kind === "edge") {
      const edge = edgeOf.get(at.id);
      return { nodes: new Set([edge.from, edge.to]), edges: new Set([edge.id]), main: at.kind };
    }
    const near = edgesOf.get(at.id).filter((edge) => view.edges.has(edge.id));
    return { nodes: new Set([at.id, ...near.map((edge) => otherEnd(edge, at.id))]), edges: new Set(near.map((edge) => edge.id)), main: at.id };
  }
  // On screen, shapes and lines grow by the square root of the zoom: zooming in makes room for names.
  let ease = 1, boost = 1; // boost: what a drawing that is small at first sight gains, so that lines do not fade away
  const sizeOf = new Map(drawing.nodes.map((node) => [node.id, node.size]));
  const plainSize = (id) => (state.size === "degree" ? sizeOf.get(id) : measuredSize(id));
  const drawnSize = (id) => plainSize(id) * ease * Math.sqrt(boost);
  // A node in the colour asked for; of a comparison the outline goes on saying the state.
  function tinted(node, i) {
    const [background, edge] = fillOf(node.id), compared = stateOf("nodes", i), border = compared && compared.id !== "kept" ? compared.colour : edge;
    const over = { background, border: "#111827" };
    const title = [node.label, node.kindLabel, ...(compared ? [compared.label] : []), ...(isUsual() ? [] : measuredText(node.id)),
      ...(state.colour === "community" ? [communityOf.get(node.id).label] : [])].join("\n");
    return { color: { background, border, highlight: over, hover: over }, title };
  }
  function paint() {
    const near = focus();
    steps = measureOf.has(state.colour) ? classes() : [];
    nodes.update(
      data.nodes.map((node, i) => ({
        ...tinted(node, i), id: node.id, hidden: !view.nodes.has(node.id), opacity: near && !near.nodes.has(node.id) ? 0.22 : 1, size: drawnSize(node.id),
      })),
    );
    edges.update(
      data.edges.map((edge, i) => {
        const ties = view.edges.get(edge.id), state = stateOf("edges", i);
        if (!ties) return { id: edge.id, hidden: true };
        const lit = near && near.edges.has(edge.id);
        const opacity = lit ? 1 : near ? 0.14 : crowded ? 0.5 : 0.85;
        const colour = state ? state.colour : lit ? STRONG : LINE;
        const width = (widthOf(weightOf(edge, ties)) + (lit && near.main === "edge" ? 1.5 : 0)) * ease * boost;
        return {
          id: edge.id, hidden: false, width, dashes: (state ? state.dashed : isDashed(ties)) ? [7 * ease * boost, 5 * ease * boost] : false,
          color: { color: colour, highlight: colour, hover: colour, opacity },
        };
      }),
    );
  }
  look();
  paint();
  const network = new vis.Network(box, { nodes, edges }, drawing.options);
  const frame = box.firstElementChild;
  frame.setAttribute("role", "application");
  frame.setAttribute("aria-label", t.drawing);

  // Names: constant size on screen, most linked first, never over one another or over a node. See labels().
  const LABEL = { size: 12, line: 14.5, wide: 140, lines: 3 };
  const wrapped = new Map();
  const rank = new Map(data.nodes.map((node) => [node.id, edgesOf.get(node.id).length]));
  // The family the legend says is always named, then the most linked: where there is no room beside the shape, the name
  // stands on the nearest free ground and a fine line leads to it. No name ever lies on a shape.
  const named = new Set(data.nodes.filter((node) => familyOf.get(node.family).named && rank.get(node.id)).map((node) => node.id));
  const hubs = new Set(data.nodes.map((node) => node.id).sort((a, b) => rank.get(b) - rank.get(a) || (a < b ? -1 : 1)).slice(0, 6).filter((id) => rank.get(id) > 3));
  let labelBoxes = [];
  function wrap(ctx, id) {
    if (wrapped.has(id)) return wrapped.get(id);
    const lines = [""];
    // No line break inside « quotes » or before high punctuation.
    const text = (nodeOf.get(id).short || nodeOf.get(id).label).replace(/« /g, "«\u00a0").replace(/ ([»:;?!])/g, "\u00a0$1");
    const wide = narrow.matches ? 104 : LABEL.wide;
    for (const word of text.split(/[ \t\n]+/)) {
      const longer = lines.at(-1) ? `${lines.at(-1)} ${word}` : word;
      if (lines.at(-1) && ctx.measureText(longer).width > wide) lines.push(word);
      else lines[lines.length - 1] = longer;
    }
    const kept = lines.slice(0, LABEL.lines);
    if (lines.length > LABEL.lines) kept[kept.length - 1] += " …";
    const found = { lines: kept, width: Math.max(...kept.map((line) => ctx.measureText(line).width)), height: kept.length * LABEL.line };
    wrapped.set(id, found);
    return found;
  }
  // Ground around a shape, the nearest first, for a name that finds no room beside it.
  function* aroundIt(point, width, height) {
    for (let far = 18; far <= 420; far += 14)
      for (let turn = 0; turn < 24; turn += 1) {
        const angle = (turn * Math.PI) / 12;
        const cx = point.x + Math.sin(angle) * (point.r + far + width / 2), cy = point.y + Math.cos(angle) * (point.r + far);
        yield { id: point.id, cx, cy, x0: cx - width / 2 - 2, x1: cx + width / 2 + 2, y0: cy - height / 2, y1: cy + height / 2 };
      }
  }
  const around = (...given) => ({ find: (good) => { for (const one of aroundIt(...given)) if (good(one)) return one; return undefined; } });
  // From the border of the shape to the nearest side of its name.
  function leader(point, b) {
    const x = Math.max(b.x0, Math.min(b.x1, point.x)), y = Math.max(b.y0, Math.min(b.y1, point.y));
    const long = Math.hypot(x - point.x, y - point.y) || 1;
    return [point.x + ((x - point.x) / long) * point.r, point.y + ((y - point.y) / long) * point.r, x, y];
  }
  function labels(ctx) {
    const canvas = ctx.canvas, ratio = canvas.width / canvas.clientWidth, scale = network.getScale();
    const near = focus();
    // Paper keeps the size of the screen, or the drawing would be laid out anew and lost.
    if (!onPaper.matches) for (const side of ["width", "height"]) box.style.setProperty(`--${side}`, `${canvas[side] / ratio}px`);
    ctx.save();
    ctx.setTransform(ratio, 0, 0, ratio, 0, 0);
    ctx.font = `${LABEL.size}px ${FONT}`;
    ctx.textAlign = "center";
    ctx.textBaseline = "middle";
    ctx.lineJoin = "round";
    const places = network.getPositions([...view.nodes]);
    const points = [];
    for (const [id, place] of Object.entries(places)) {
      const { x, y } = network.canvasToDOM(place);
      if (x < 0 || y < 0 || x > canvas.clientWidth || y > canvas.clientHeight) continue;
      // Among many, what is faded loses its name and makes room for the names of what is looked at.
      if (near && data.nodes.length > 60 && !near.nodes.has(id)) continue;
      points.push({ id, x, y, r: drawnSize(id) * scale + 2 });
    }
    const crowd = points.length > 120;
    const first = (point) => (near ? (near.main === point.id ? 2 : near.nodes.has(point.id) ? 1 : 0) : 0);
    points.sort((a, b) => first(b) - first(a) || named.has(b.id) - named.has(a.id) || rank.get(b.id) - rank.get(a.id) || (a.id < b.id ? -1 : 1));
    // A coarse grid of what is taken, so that thousands of names stay cheap.
    const cell = 60, grid = new Map();
    // Whether some cell under a box makes `act` say true.
    const someCell = (b, act) => {
      for (let i = Math.floor(b.x0 / cell); i <= Math.floor(b.x1 / cell); i += 1)
        for (let j = Math.floor(b.y0 / cell); j <= Math.floor(b.y1 / cell); j += 1) if (act(i * 4096 + j)) return true;
      return false;
    };
    const take = (b) => someCell(b, (key) => { (grid.get(key) || grid.set(key, []).get(key)).push(b); return false; });
    const apart = (a, b) => a.id === b.id || a.x1 <= b.x0 || a.x0 >= b.x1 || a.y1 <= b.y0 || a.y0 >= b.y1;
    const clear = (b) => !someCell(b, (key) => { const there = grid.get(key); return there && there.some((other) => !apart(other, b)); });
    const inside = (b) => b.x0 >= 0 && b.y0 >= 0 && b.x1 <= canvas.clientWidth && b.y1 <= canvas.clientHeight;
    for (const { id, x, y, r } of points) take({ id, x0: x - r, x1: x + r, y0: y - r, y1: y + r });
    const tools = document.querySelector(".tools");
    take({ id: null, x0: tools.offsetLeft, x1: tools.offsetLeft + tools.offsetWidth, y0: tools.offsetTop, y1: tools.offsetTop + tools.offsetHeight });
    labelBoxes = [];
    for (const point of points) {
      const { lines, width, height } = wrap(ctx, point.id);
      const up = point.r + height / 2 + 2, over = point.r + width / 2 + 4, aslant = point.r * 0.7 + width / 2;
      const tries = [[0, up], [0, -up], [over, 0], [-over, 0], [aslant, up], [-aslant, up], [aslant, -up], [-aslant, -up]];
      // A name above or below may slide sideways to stay inside the drawing.
      const slide = Math.max(-width / 2, Math.min(width / 2, Math.max(0, width / 2 + 3 - point.x) - Math.max(0, point.x + width / 2 + 3 - canvas.clientWidth)));
      const made = tries.map(([dx, dy]) => {
        const cx = point.x + (dx || slide), cy = point.y + dy;
        return { id: point.id, cx, cy, x0: cx - width / 2 - 2, x1: cx + width / 2 + 2, y0: cy - height / 2, y1: cy + height / 2 };
      });
      let free = made.find((b) => inside(b) && clear(b));
      if (!free && (near ? near.main === point.id : named.has(point.id) || (crowd && hubs.has(point.id)))) {
        free = around(point, width, height).find((b) => inside(b) && clear(b));
        if (free) free.leader = leader(point, free);
      }
      if (!free) continue;
      take(free);
      const faded = near && !near.nodes.has(point.id);
      labelBoxes.push(Object.assign(free, { lines, step: LABEL.line, opacity: faded ? 0.3 : 1 }));
      ctx.globalAlpha = free.opacity;
      if (free.leader) {
        ctx.strokeStyle = INK;
        ctx.lineWidth = 0.8;
        ctx.beginPath();
        ctx.moveTo(free.leader[0], free.leader[1]);
        ctx.lineTo(free.leader[2], free.leader[3]);
        ctx.stroke();
      }
      ctx.strokeStyle = PAPER;
      ctx.lineWidth = 3.5;
      ctx.fillStyle = INK;
      lines.forEach((line, i) => {
        const at = free.cy + (i - (lines.length - 1) / 2) * LABEL.line;
        ctx.strokeText(line, free.cx, at);
        ctx.fillText(line, free.cx, at);
      });
    }
    ctx.restore();
  }
  network.on("afterDrawing", labels);

  // ---------- the camera ----------
  let touched = false;
  const motion = () => (still ? false : { duration: 280, easingFunction: "easeInOutQuad" });
  const panelWidth = () => ($("panel").hidden || narrow.matches ? 0 : $("panel").offsetWidth);
  function frameOn(ids, { most = 1.25, animate = true } = {}) {
    const places = Object.values(network.getPositions(ids));
    if (!places.length) return;
    const xs = places.map((p) => p.x), ys = places.map((p) => p.y);
    const x0 = Math.min(...xs), x1 = Math.max(...xs), y0 = Math.min(...ys), y1 = Math.max(...ys);
    // On a wide screen the panel covers the right of the drawing, on a phone its foot.
    const covered = panelWidth();
    const sheet = narrow.matches && !$("panel").hidden ? Math.max(0, box.getBoundingClientRect().bottom - $("panel").getBoundingClientRect().top) : 0;
    const below = sheet < box.clientHeight - 120 ? sheet : 0;
    const width = Math.max(120, box.clientWidth - covered), height = box.clientHeight - below;
    // Room for the names at the border, whose size does not follow the zoom.
    const sides = narrow.matches ? 52 : Math.min(90, width * 0.14), ends = narrow.matches ? 58 : 52;
    const scale = Math.min(most, (width - 2 * sides) / Math.max(1, x1 - x0), (height - 2 * ends) / Math.max(1, y1 - y0));
    network.moveTo({
      position: { x: (x0 + x1) / 2, y: (y0 + y1) / 2 }, scale, offset: { x: -covered / 2, y: -6 - below / 2 }, animation: animate ? motion() : false,
    });
  }
  const fit = (animate = true) => frameOn([...view.nodes], { animate });
  function zoom(factor) {
    touched = true;
    network.moveTo({ scale: Math.min(8, Math.max(0.03, network.getScale() * factor)), animation: motion() });
  }
  $("zoom-in").addEventListener("click", () => zoom(1.4));
  $("zoom-out").addEventListener("click", () => zoom(1 / 1.4));
  $("fit").addEventListener("click", () => { touched = false; fit(); });
  network.on("zoom", () => { touched = true; });
  let base = 0, waiting = 0;
  function easeNow() {
    const wanted = Math.min(2.5, Math.max(0.25, Math.sqrt(base / network.getScale())));
    if (Math.abs(wanted / ease - 1) < 0.04) return;
    ease = wanted;
    paint();
  }
  const easeSoon = () => { clearTimeout(waiting); waiting = setTimeout(easeNow, data.edges.length > 1500 ? 140 : 40); };
  network.on("zoom", easeSoon);
  network.on("animationFinished", easeSoon);
  network.on("dragEnd", () => { touched = true; });
  // After its own resize vis-network scales the camera once more: fit when it is done.
  network.on("resize", () => setTimeout(() => { if (!touched && !state.selection) fit(false); }, 0));
  function reveal(ids) {
    const known = ids.filter((id) => view.nodes.has(id));
    if (!known.length) return;
    frameOn(known, { most: Math.max(network.getScale(), known.length > 1 ? 0.9 : 1) });
  }
  // A click in the drawing leaves the camera alone, unless the panel now covers what was clicked.
  function uncover(ids) {
    if (narrow.matches) document.querySelector(".stage").scrollIntoView({ block: "start" });
    const right = box.clientWidth - panelWidth() - 20;
    const foot = narrow.matches ? $("panel").getBoundingClientRect().top - box.getBoundingClientRect().top - 40 : Infinity;
    const spots = Object.values(network.getPositions(ids)).map((place) => network.canvasToDOM(place));
    if (spots.some((spot) => spot.x > right || spot.y > foot)) reveal(ids);
  }

  // ---------- the panel ----------
  const panel = $("panel");
  let opener = null;
  function open(kind, id, { from = "canvas" } = {}) {
    if (from !== "canvas" && panel.hidden) opener = document.activeElement;
    if (from === "canvas") opener = null;
    state.selection = { kind, id };
    panel.replaceChildren(...(kind === "node" ? card(nodeOf.get(id)) : link(edgeOf.get(id))));
    panel.dataset.kind = kind;
    panel.dataset.id = id;
    panel.hidden = false;
    panel.scrollTop = 0;
    mark();
    if (from === "canvas") uncover(kind === "node" ? [id] : [edgeOf.get(id).from, edgeOf.get(id).to]);
    else {
      if (narrow.matches && from === "search") document.querySelector(".stage").scrollIntoView({ block: "start" });
      reveal(kind === "node" ? [id, ...edgesOf.get(id).filter((e) => view.edges.has(e.id)).map((e) => otherEnd(e, id))].slice(0, 40) : [edgeOf.get(id).from, edgeOf.get(id).to]);
      $("panel-title").focus({ preventScroll: narrow.matches });
    }
  }
  function close() {
    if (panel.hidden) return;
    const inside = panel.contains(document.activeElement);
    panel.hidden = true;
    state.selection = null;
    delete panel.dataset.kind;
    delete panel.dataset.id;
    network.unselectAll();
    mark();
    if (!touched) fit();
    if (opener && opener.isConnected) opener.focus();
    else if (inside) frame.focus({ preventScroll: true });
    opener = null;
  }
  // The selection, shown the same in drawing and tables.
  function mark() {
    const at = state.selection;
    if (!at) network.unselectAll();
    else network.setSelection({ nodes: at.kind === "node" ? [at.id] : [], edges: at.kind === "edge" ? [at.id] : [] }, { highlightEdges: false });
    paint();
    for (const row of document.querySelectorAll("tbody tr")) {
      const on = at && row.dataset[at.kind] === at.id;
      if (on) row.setAttribute("aria-selected", "true");
      else row.removeAttribute("aria-selected");
    }
  }
  const top = (what, ...title) => [
    el("div", { class: "top" },
      el("p", { class: "what" }, what),
      el("button", { type: "button", class: "close", "aria-label": t.close, title: t.close, on: { click: close } }, cross())),
    el("h2", { id: "panel-title", tabindex: "-1" }, ...title),
  ];
  const nameButton = (id, label) =>
    nodeOf.has(id) ? el("button", { type: "button", class: "name", "data-go": id, on: { click: () => open("node", id, { from: "panel" }) } }, label) : label;

  function link(edge) {
    const a = nodeOf.get(edge.from), b = nodeOf.get(edge.to);
    const ties = view.edges.get(edge.id) || edge.ties;
    const hidden = edge.ties.length - ties.length;
    const n = weightOf(edge, ties);
    return [
      ...top([t.link, " · ", count(n, t.arrangements)], nameButton(a.id, a.label),
        el("span", { class: "with" }, data.directed ? "→" : french ? "avec" : "with"), nameButton(b.id, b.label)),
      view.edges.has(edge.id) ? null : el("p", { class: "notice" }, t.hiddenEdge),
      ...ties.map(tie),
      hidden ? el("p", { class: "notice" }, fill(plural(hidden, t.hiddenTies), { n: number.format(hidden) })) : null,
    ].filter(Boolean);
  }
  function tie(one) {
    return el("article", { class: "tie", "data-arrangement": one.iri },
      el("h3", {}, one.label),
      one.kindLabel || one.relation ? el("p", { class: "sub" }, [one.kindLabel, one.relation].filter(Boolean).join(" · ")) : null,
      el("p", { class: "when" }, upper(one.when),
        one.inferred ? [" ", el("span", { class: "badge", title: t.inferredHint }, t.inferred)] : null,
        one.modality ? [" ", el("span", { class: "badge" }, t[one.modality])] : null),
      one.roles.length ? el("ul", { class: "roles list", "aria-label": t.roles },
        one.roles.map((role) => el("li", {}, nameButton(role.actor, role.label), role.role ? el("span", { class: "role" }, role.role) : null))) : null,
      one.quotations.length ? one.quotations.map((n) => quotation(data.quotations[n])) : el("p", { class: "sub" }, t.noQuotes));
  }
  function quotation(q) {
    const where = [q.part, q.exact && q.start !== null && q.end !== null ? fill(t.chars, { start: number.format(q.start), end: number.format(q.end) }) : null];
    const said = where.filter(Boolean).join(", ");
    return el("blockquote", { cite: q.source },
      q.exact ? el("p", {}, quoted(q.exact)) : null,
      el("footer", {}, q.exact ? null : `${t.register} `, el("cite", {}, q.source ? outside(q.source, q.title) : q.title), said ? ` — ${said}` : ""));
  }
  const upper = (text) => text.charAt(0).toUpperCase() + text.slice(1);

  function card(node) {
    const iri = node.iri || node.id;
    const family = familyOf.get(node.family);
    const near = edgesOf.get(node.id).filter((edge) => view.edges.has(edge.id))
      .map((edge) => ({ edge, other: nodeOf.get(otherEnd(edge, node.id)), n: weightOf(edge, view.edges.get(edge.id)) }))
      .sort((x, y) => y.n - x.n || byLabel.compare(x.other.label, y.other.label));
    const hidden = edgesOf.get(node.id).length - near.length;
    const facts = [
      [t.kind, node.kindLabel],
      node.alt.length ? [t.alt, node.alt.join(", ")] : null,
      node.territory ? [t.territory, node.territory] : null,
      ...node.codes.map(([name, value]) => [name, value]),
    ].filter(Boolean);
    const forms = data.things === "actors" ? t.partners : t.neighbours;
    return [
      ...top([swatch(family), node.kindLabel], node.label),
      view.nodes.has(node.id) ? null : el("p", { class: "notice" }, t.hiddenNode),
      el("dl", {}, facts.map(([name, value]) => [el("dt", {}, name), el("dd", {}, value)]),
        el("dt", {}, t.identifier), el("dd", {}, /^https?:/i.test(iri) ? outside(iri, iri.replace(/^.*\/id\//, "")) : iri)),
      el("h3", { "data-partners": near.length }, count(near.length, forms)),
      near.length
        ? el("ul", { class: "list" }, near.map(({ edge, other, n }) => el("li", {},
            nameButton(other.id, other.label),
            el("button", { type: "button", class: "text", "data-edge": edge.id, "aria-label": `${count(n, t.arrangements)}. ${fill(t.openLink, { name: other.label })}`,
              on: { click: () => open("edge", edge.id, { from: "panel" }) } }, count(n, t.arrangements)))))
        : el("p", { class: "sub" }, hidden ? "" : t.noPartners),
      hidden ? el("p", { class: "notice" }, `${count(hidden, t.links)} ${french ? "masqué" + (hidden > 1 ? "s" : "") + " par les filtres" : "hidden by the filters"}.`) : null,
      ...(node.arrangements.length
        ? [el("h3", {}, `${t.inThrough} (${number.format(node.arrangements.length)})`),
           el("ul", { class: "list" }, node.arrangements.map((one) => el("li", {}, el("span", {}, one.label), el("span", { class: "role" }, one.role || ""))))]
        : []),
    ].filter(Boolean);
  }

  // ---------- pointing ----------
  const distance = (p, a, b) => {
    const dx = b.x - a.x, dy = b.y - a.y, long = dx * dx + dy * dy;
    const along = long ? Math.max(0, Math.min(1, ((p.x - a.x) * dx + (p.y - a.y) * dy) / long)) : 0;
    return Math.hypot(p.x - a.x - along * dx, p.y - a.y - along * dy);
  };
  // Node first, then the line under the pointer, then a name, then a line close by.
  function under(params) {
    if (params.nodes.length) return { kind: "node", id: params.nodes[0] };
    const point = params.pointer.DOM;
    const ends = (id) => {
      const edge = edgeOf.get(id), at = network.getPositions([edge.from, edge.to]);
      return [network.canvasToDOM(at[edge.from]), network.canvasToDOM(at[edge.to])];
    };
    const reach = narrow.matches ? 14 : 9;
    const close = [...view.edges.keys()].map((id) => [distance(point, ...ends(id)), id]).filter(([d]) => d <= reach).sort((a, b) => a[0] - b[0]);
    if (close.length && close[0][0] <= 4) return { kind: "edge", id: close[0][1] };
    const name = labelBoxes.find((b) => point.x >= b.x0 && point.x <= b.x1 && point.y >= b.y0 && point.y <= b.y1);
    if (name) return { kind: "node", id: name.id };
    if (close.length) return { kind: "edge", id: close[0][1] };
    return params.edges.length && view.edges.has(params.edges[0]) ? { kind: "edge", id: params.edges[0] } : null;
  }
  network.on("click", (params) => {
    const hit = under(params);
    if (hit) open(hit.kind, hit.id);
    else close();
  });
  function hover(at) {
    if (data.edges.length > 3000 || state.selection || (state.hover && at && state.hover.id === at.id) || (!state.hover && !at)) return;
    state.hover = at;
    paint();
  }
  network.on("hoverNode", ({ node }) => { box.style.cursor = "pointer"; hover({ kind: "node", id: node }); });
  network.on("hoverEdge", () => { box.style.cursor = "pointer"; });
  network.on("blurEdge", () => { box.style.cursor = ""; });
  network.on("blurNode", () => { box.style.cursor = ""; hover(null); });
  document.addEventListener("keydown", (event) => {
    if (event.key === "Escape" && !event.defaultPrevented && !panel.hidden) close();
  });

  // ---------- search ----------
  const index = data.nodes.map((node) => ({
    node, name: plain(node.label), alt: node.alt.map(plain), codes: node.codes.map(([, value]) => plain(value)),
    // The code of the department it governs or covers, and of those it lies in.
    own: plain(data.departmentCodes[node.territory] || ""), within: node.departments.map((name) => plain(data.departmentCodes[name] || "")),
    all: plain([node.label, ...node.alt, ...node.codes.map(([, value]) => value), node.kindLabel, node.territory || "", ...node.regions, ...node.departments].join(" ")),
  }));
  const indexOf = new Map(index.map((item) => [item.node.id, item]));
  const has = (item, part) => item.all.includes(part) || item.own === part || item.within.includes(part);
  function find(text) {
    const wanted = plain(text);
    if (!wanted) return [];
    const parts = wanted.split(" ");
    const score = (item) => {
      if (item.name === wanted || item.alt.includes(wanted) || item.codes.includes(wanted) || item.own === wanted) return 0;
      if (item.within.includes(wanted)) return 0.5;
      if (item.name.startsWith(wanted)) return 1;
      if (item.alt.some((alt) => alt.startsWith(wanted))) return 2;
      if (` ${item.name}`.includes(` ${wanted}`)) return 3;
      return parts.every((part) => item.name.includes(part)) ? 4 : 5;
    };
    const listed = (items, by) => items.map((item) => [by(item), item.node])
      .sort((a, b) => a[0] - b[0] || rank.get(b[1].id) - rank.get(a[1].id) || byLabel.compare(a[1].label, b[1].label))
      .map(([, node]) => node);
    return listed(index.filter((item) => parts.every((part) => has(item, part))), score);
  }
  // When nothing bears all the words ("nancy ars"): what bears some as whole words, and is linked to what bears the others.
  function findNear(text) {
    const parts = plain(text).split(" ");
    if (parts.length < 2) return [];
    const bears = (item, part) => ` ${item.name} ${item.alt.join(" ")} `.includes(` ${part} `);
    const some = index.map((item) => [item, parts.filter((part) => bears(item, part))]).filter(([, own]) => own.length);
    return some.filter(([item, own]) => {
      const partners = edgesOf.get(item.node.id).map((edge) => indexOf.get(otherEnd(edge, item.node.id)));
      return partners.some((other) => parts.every((part) => own.includes(part) || bears(other, part)));
    }).map(([item]) => item.node).sort((a, b) => rank.get(b.id) - rank.get(a.id) || byLabel.compare(a.label, b.label));
  }
  const search = $("search"), matches = $("matches"), found = $("found");
  const SOME = 8;
  let hits = [], active = -1;
  function suggest() {
    hits = find(search.value);
    const near = hits.length ? [] : findNear(search.value);
    if (near.length) hits = near;
    active = -1;
    const shown = hits.slice(0, SOME);
    matches.replaceChildren(
      ...(near.length ? [el("li", { class: "note", role: "presentation" }, t.searchNear)] : []),
      ...shown.map((node, i) => el("li", { role: "option", id: `match-${i}`, "aria-selected": "false", "data-id": node.id,
        on: { mousedown: (event) => event.preventDefault(), click: () => choose(node) } },
        node.label, el("small", {}, [node.kindLabel, node.alt[0], node.territory].filter(Boolean).join(" · ")))),
      ...(hits.length > SOME ? [el("li", { class: "note", role: "presentation" }, fill(plural(hits.length - SOME, t.searchMore), { n: number.format(hits.length - SOME) }))] : []),
      ...(search.value.trim() && !hits.length ? [el("li", { class: "note", role: "presentation" }, t.searchNone)] : []),
    );
    const shownNow = Boolean(search.value.trim());
    matches.hidden = !shownNow;
    // A list of choices without any is an error to readers of screens.
    matches.setAttribute("role", hits.length ? "listbox" : "group");
    // The list takes the place of what is below it: no control shows by half, too small to be touched.
    const controls = document.querySelector(".controls");
    matches.style.minHeight = narrow.matches ? "" : `${controls.scrollHeight - search.getBoundingClientRect().bottom + controls.getBoundingClientRect().top - controls.scrollTop - 8}px`;
    search.setAttribute("aria-expanded", String(shownNow && hits.length > 0));
    search.removeAttribute("aria-activedescendant");
    found.textContent = shownNow ? (hits.length ? fill(plural(hits.length, t.searchFound), { n: number.format(hits.length) }) : t.searchNone) : "";
  }
  function step(by) {
    const shown = [...matches.querySelectorAll('[role="option"]')];
    if (!shown.length) return;
    active = (active + by + shown.length + (active < 0 && by < 0 ? 1 : 0)) % shown.length;
    shown.forEach((item, i) => item.setAttribute("aria-selected", String(i === active)));
    search.setAttribute("aria-activedescendant", shown[active].id);
    shown[active].scrollIntoView({ block: "nearest" });
  }
  function hideMatches() {
    matches.hidden = true;
    search.setAttribute("aria-expanded", "false");
    search.removeAttribute("aria-activedescendant");
  }
  function choose(node) {
    search.value = node.label;
    hideMatches();
    opener = null;
    search.focus();
    open("node", node.id, { from: "search" });
  }
  search.addEventListener("input", suggest);
  search.addEventListener("focus", () => { if (search.value && panel.hidden) search.select(); });
  search.addEventListener("blur", hideMatches);
  search.addEventListener("keydown", (event) => {
    if (event.key === "ArrowDown" || event.key === "ArrowUp") {
      if (matches.hidden) suggest();
      step(event.key === "ArrowDown" ? 1 : -1);
      event.preventDefault();
    } else if (event.key === "Enter") {
      if (matches.hidden) suggest();
      if (hits.length) choose(hits[Math.max(0, active)]);
      event.preventDefault();
    } else if (event.key === "Escape" && (search.value || !matches.hidden) && panel.hidden) {
      search.value = "";
      suggest();
      event.preventDefault();
    }
  });

  // ---------- filters ----------
  const kindsList = $("kinds");
  const regions = $("region"), departments = $("department");
  const codeOf = (name) => data.departmentCodes[name] || "";
  function offer(select, names, chosen, said) {
    const sorted = [...new Set(names)].sort((a, b) => byLabel.compare(codeOf(a), codeOf(b)) || byLabel.compare(a, b));
    select.replaceChildren(el("option", { value: "" }, t.everywhere), ...sorted.map((name) => el("option", { value: name, selected: name === chosen }, said(name))));
  }
  function showPlaces() {
    offer(regions, data.nodes.flatMap((node) => node.regions), state.region, (name) => name);
    offer(departments, data.nodes.filter((node) => !state.region || node.regions.includes(state.region)).flatMap((node) => node.departments),
      state.department, (name) => [codeOf(name), name].filter(Boolean).join(" · "));
    $("places").hidden = regions.options.length < 2 && departments.options.length < 2;
  }
  function go(region, department) {
    Object.assign(state, { region, department });
    touched = false;
    showPlaces();
    refresh();
    if (!state.selection) fit();
  }
  regions.addEventListener("change", () => go(regions.value, ""));
  departments.addEventListener("change", () => go(state.region, departments.value));
  showPlaces();
  function kindRow(family) {
    const box = el("input", { type: "checkbox", checked: true, "data-family": family.id });
    box.addEventListener("change", () => {
      for (const kind of family.kinds) state.off[box.checked ? "delete" : "add"](kind.id);
      refresh();
    });
    const row = el("li", {}, el("label", {}, box, swatch(family), el("span", {}, family.label), el("span", { class: "n" }, number.format(family.count))));
    if (family.kinds.length < 2) return row;
    const detail = el("ul", { class: "sub", hidden: true }, family.kinds.map((kind) => {
      const one = el("input", { type: "checkbox", checked: true, "data-kind": kind.id });
      one.addEventListener("change", () => { state.off[one.checked ? "delete" : "add"](kind.id); refresh(); });
      return el("li", {}, el("label", {}, one, el("span", {}, kind.label), el("span", { class: "n" }, number.format(kind.count))));
    }));
    const more = el("button", { type: "button", class: "unfold", "aria-expanded": "false", "aria-label": fill(t.kindsOf, { family: family.label }),
      title: fill(t.kindsOf, { family: family.label }) }, svg("svg", { viewBox: "0 0 10 10", "aria-hidden": "true" }, svg("path", { d: "M3 1.5L7 5 3 8.5" })));
    more.addEventListener("click", () => {
      detail.hidden = !detail.hidden;
      more.setAttribute("aria-expanded", String(!detail.hidden));
    });
    row.append(more, detail);
    return row;
  }
  kindsList.append(...data.families.map(kindRow));
  function showKinds() {
    for (const family of data.families) {
      const off = family.kinds.filter((kind) => state.off.has(kind.id)).length;
      const box = kindsList.querySelector(`[data-family="${family.id}"]`);
      box.checked = off < family.kinds.length;
      box.indeterminate = off > 0 && off < family.kinds.length;
    }
    for (const box of kindsList.querySelectorAll("[data-kind]")) box.checked = !state.off.has(box.dataset.kind);
  }
  const everyKind = data.families.flatMap((family) => family.kinds.map((kind) => kind.id));
  $("kinds-all").addEventListener("click", () => { state.off.clear(); refresh(); });
  $("kinds-none").addEventListener("click", () => { everyKind.forEach((kind) => state.off.add(kind)); refresh(); });
  $("isolated").addEventListener("change", (event) => { state.isolated = event.target.checked; refresh(); });
  $("undated").addEventListener("change", (event) => { state.undated = event.target.checked; refresh(); });

  // "2024", "2024-03", "2024-03-15", "03/2024" or "15/03/2024" -> [first day, last day]; null when it is none of these.
  function days(text) {
    const iso = /^(\d{4})(?:-(\d{1,2})(?:-(\d{1,2}))?)?$/.exec(text), local = /^(?:(\d{1,2})\/)?(\d{1,2})\/(\d{4})$/.exec(text);
    const [year, month, date] = iso ? iso.slice(1) : local ? [local[3], local[2], local[1]] : [];
    if (!year) return null;
    const pad = (value) => String(value).padStart(2, "0");
    const lastMonth = month ? Number(month) : 12;
    if (month && (lastMonth < 1 || lastMonth > 12)) return null;
    const lastDay = date ? Number(date) : monthEnd(Number(year), lastMonth);
    if (lastDay < 1 || lastDay > monthEnd(Number(year), lastMonth)) return null;
    return [`${year}-${pad(month || 1)}-${pad(date || 1)}`, `${year}-${pad(lastMonth)}-${pad(lastDay)}`];
  }
  const on = $("on"), since = $("since"), to = $("to"), wrong = $("date-error");
  // While a date is half typed the last good filter stays; a wrong one is said when the field is left or Enter is pressed.
  function dates(finished) {
    let message = "", range = state.range;
    const values = [on, since, to].map((input) => {
      const text = input.value.trim(), value = text ? days(text) : undefined;
      if (value === null) message ||= fill(t.badDate, { text });
      input.setAttribute("aria-invalid", String(value === null && finished));
      return value;
    });
    if (!message) {
      range = values[0] || (values[1] || values[2] ? [values[1] ? values[1][0] : "0000", values[2] ? values[2][1] : "9999"] : null);
      if (range && range[0] > range[1]) message = t.badOrder;
    }
    wrong.textContent = finished ? message : "";
    if (message) return;
    state.range = range;
    refresh();
  }
  for (const input of [on, since, to]) {
    input.addEventListener("input", () => {
      // One question at a time: a day, or a span.
      if (input === on && on.value) { since.value = ""; to.value = ""; }
      if (input !== on && input.value) on.value = "";
      dates(false);
    });
    input.addEventListener("change", () => dates(true));
    input.addEventListener("keydown", (event) => { if (event.key === "Enter") dates(true); });
  }
  $("reset").addEventListener("click", () => {
    state.off.clear();
    Object.assign(state, { region: "", department: "", isolated: true, undated: true, range: null, size: data.chosen.size, colour: data.chosen.colour, least: null, most: null });
    showPlaces();
    showMeasures();
    least.value = most.value = noNumber.textContent = "";
    for (const input of [on, since, to]) { input.value = ""; input.setAttribute("aria-invalid", "false"); }
    wrong.textContent = "";
    $("isolated").checked = $("undated").checked = true;
    refresh();
    search.focus();
  });

  // ---------- measures ----------
  const sizeBy = $("size-by"), colourBy = $("colour-by"), least = $("least"), most = $("most"), noNumber = $("measure-error");
  sizeBy.append(...data.measures.map(({ id, label }) => el("option", { value: id }, label)));
  colourBy.append(el("option", { value: "family" }, t.family), el("option", { value: "community" }, t.community),
    ...data.measures.map(({ id, label }) => el("option", { value: id }, label)));
  function showMeasures() { sizeBy.value = state.size; colourBy.value = state.colour; }
  showMeasures();
  $("measures").hidden = false;
  $("measures").open = !isUsual();
  sizeBy.addEventListener("change", () => { state.size = sizeBy.value; least.value = most.value = ""; limits(true); });
  colourBy.addEventListener("change", () => { state.colour = colourBy.value; refresh(); });
  // A number as people write it here; null for none, undefined for what is no number.
  function numberOf(text) {
    const plain = text.replace(/\s/g, "").replace(",", ".");
    return !plain ? null : /^-?\d*\.?\d+(?:e-?\d+)?$/i.test(plain) ? Number(plain) : undefined;
  }
  function limits(finished) {
    const values = [least, most].map((input) => numberOf(input.value));
    [least, most].forEach((input, i) => input.setAttribute("aria-invalid", String(values[i] === undefined && finished)));
    const bad = [least, most].find((_, i) => values[i] === undefined);
    noNumber.textContent = bad && finished ? fill(t.badNumber, { text: bad.value.trim() }) : "";
    if (bad) return;
    [state.least, state.most] = values;
    refresh();
  }
  for (const input of [least, most]) {
    input.addEventListener("input", () => limits(false));
    input.addEventListener("change", () => limits(true));
  }
  const chip = (colour) => svg("svg", { viewBox: "0 0 34 12", "aria-hidden": "true" }, svg("circle", { cx: 17, cy: 6, r: 5, fill: colour, stroke: INK, "stroke-width": 1 }));
  // What the colours stand for, where it is not the families.
  function colourKey() {
    if (state.colour === "family") return [];
    if (state.colour === "community") {
      const shown = new Map();
      for (const look of data.communities.looks) shown.set(look.colour, shown.has(look.colour) ? t.small : look.label);
      return [...shown].map(([colour, label]) => ({ colour, label }));
    }
    const name = fill(t.colourIs, { name: measureOf.get(state.colour).label });
    const some = measureOf.get(state.colour).values.includes(null) ? [{ colour: PAPER, label: t.unsaid }] : [];
    return [...steps.map(([from, until, colour], i) => ({ colour, label: `${i ? "" : `${name}, `}${number.format(from)} – ${number.format(until)}` })), ...some];
  }

  // ---------- legend of lines ----------
  function showLines() {
    const weights = [...new Set([...view.edges].map(([id, ties]) => weightOf(edgeOf.get(id), ties)))].sort((a, b) => a - b);
    const shown = weights.length > 3 ? [weights[0], weights[Math.floor(weights.length / 2)], weights.at(-1)] : weights;
    const line = (width, dashed, colour = "#5d6a77") => svg("svg", { viewBox: "0 0 34 12", "aria-hidden": "true" },
      svg("line", { x1: 1, x2: 33, y1: 6, y2: 6, stroke: colour, "stroke-width": width, ...(dashed ? { "stroke-dasharray": "6 5" } : {}) }));
    $("lines").replaceChildren(
      ...(related ? [] : shown.map((n) => el("li", { "data-weight": n }, line(widthOf(n), false), count(n, t.arrangements)))),
      ...(data.states ? data.states.looks.map((state) => el("li", { "data-state": state.id }, line(3, state.dashed, state.colour), state.label))
        : [el("li", {}, line(1.6, true), t.dashed)]),
      el("li", {}, state.size === "degree" ? t.size : fill(t.sizeIs, { name: measureOf.get(state.size).label })),
      ...colourKey().map(({ label, colour }) => el("li", { "data-colour": colour }, chip(colour), label)),
    );
  }

  // ---------- tables ----------
  const MANY = 400;
  function sheet(host, { caption, columns, rows, kind, nameOf }) {
    // The heaviest first, where there is a weight.
    const heaviest = columns.findIndex((column) => column.num);
    const order = { column: Math.max(0, heaviest), down: heaviest >= 0 };
    let all = false, printed = false;
    const status = el("div", { class: "rows" });
    const body = el("tbody", { role: "rowgroup" });
    const heads = columns.map((column, i) =>
      el("th", { scope: "col", role: "columnheader", class: column.num ? "num" : null },
        el("button", { type: "button", "aria-label": fill(t.sortBy, { name: column.name }), on: { click: () => {
          order.down = order.column === i ? !order.down : Boolean(column.num);
          order.column = i;
          draw();
        } } }, column.name)));
    host.append(
      el("table", { role: "table", "aria-describedby": "twin-hint" }, el("caption", {}, caption),
        el("thead", { role: "rowgroup" }, el("tr", { role: "row" }, heads)), body), status);
    const act = (row) => open(kind, row.dataset[kind], { from: "table" });
    body.addEventListener("click", (event) => { const row = event.target.closest("tr"); if (row) { row.focus({ preventScroll: true }); act(row); } });
    body.addEventListener("keydown", (event) => {
      const row = event.target.closest("tr");
      if (!row) return;
      const go = { ArrowDown: row.nextElementSibling, ArrowUp: row.previousElementSibling, Home: body.firstElementChild, End: body.lastElementChild }[event.key];
      if (go) { go.focus(); event.preventDefault(); }
      else if (event.key === "Enter" || event.key === " ") { act(row); event.preventDefault(); }
    });
    // One row at a time is in the tab order; the arrows move between rows.
    body.addEventListener("focusin", (event) => {
      const row = event.target.closest("tr");
      for (const other of body.querySelectorAll('tr[tabindex="0"]')) other.tabIndex = -1;
      if (row) row.tabIndex = 0;
    });
    function draw() {
      const listed = rows();
      const { column, down } = order;
      const by = columns[column];
      const compare = (a, b) => {
        const x = by.key(a), y = by.key(b);
        const found = typeof x === "number" ? x - y : byLabel.compare(x, y);
        return (down ? -found : found) || byLabel.compare(nameOf(a), nameOf(b)) || (a.id < b.id ? -1 : 1);
      };
      listed.sort(compare);
      const shown = all || printed ? listed : listed.slice(0, MANY);
      body.replaceChildren(...shown.map((item, i) =>
        el("tr", { role: "row", tabindex: i ? "-1" : "0", [`data-${kind}`]: item.id, "aria-label": item.name,
          "aria-selected": state.selection && state.selection.kind === kind && state.selection.id === item.id ? "true" : null },
          columns.map((one, c) => el(c ? "td" : "th", { role: c ? "cell" : "rowheader", scope: c ? null : "row", "data-name": one.name, class: one.num ? "num" : null },
            el("div", {}, one.cell(item)))))));
      heads.forEach((head, i) => {
        if (i === column) head.setAttribute("aria-sort", down ? "descending" : "ascending");
        else head.removeAttribute("aria-sort");
      });
      status.replaceChildren(...(!listed.length ? [t.rowsNone]
        : listed.length > shown.length
          ? [fill(t.rowsSome, { n: number.format(shown.length), all: number.format(listed.length) }),
             el("button", { type: "button", class: "plain", on: { click: () => { all = true; draw(); } } }, fill(t.rowsAll, { n: number.format(listed.length) }))]
          : []));
    }
    return { draw, whole: (on) => { if (printed !== on) { printed = on; draw(); } } };
  }
  const label = (id) => nodeOf.get(id).label;
  const links = sheet($("sheet-links"), {
    kind: "edge", caption: related ? t.captionTies : t.captionLinks,
    nameOf: (row) => `${row.a} ${row.b}`,
    rows: () => [...view.edges].map(([id, ties]) => {
      const edge = edgeOf.get(id);
      // An undirected pair reads in the order of the alphabet.
      const ends = data.directed ? [label(edge.from), label(edge.to)] : [label(edge.from), label(edge.to)].sort(byLabel.compare);
      const through = [...new Map(ties.map((one) => [one.iri, one.label])).values()];
      // What ties the two ends, once each: a role, a relation; planned is said.
      const how = [...new Set(ties.map((one) => [one.relation, one.modality ? t[one.modality] : null].filter(Boolean).join(" · ")))].sort(byLabel.compare);
      return { id, a: ends[0], b: ends[1], ties, through, how, n: weightOf(edge, ties), name: fill(t.openEdge, { a: ends[0], b: ends[1] }) };
    }),
    columns: [
      { name: t.colA, key: (row) => row.a, cell: (row) => row.a },
      { name: t.colB, key: (row) => row.b, cell: (row) => row.b },
      related
        ? { name: t.colTie, key: (row) => row.how.join(", "), cell: (row) => row.how.map((one) => el("span", { class: "more" }, one)) }
        : { name: t.colThrough, key: (row) => row.through.join(", "), cell: (row) => row.through.map((one) => el("span", { class: "more" }, one)) },
      { name: t.colPeriod, key: (row) => firstDate(row.ties), cell: (row) => (isDashed(row.ties) ? el("span", { class: "dashed" }, span(row.ties)) : span(row.ties)) },
      ...(related ? [] : [{ name: t.colCount, key: (row) => row.n, cell: (row) => number.format(row.n), num: true }]),
    ],
  });
  const actors = sheet($("sheet-nodes"), {
    kind: "node", caption: t.captionNodes,
    nameOf: (row) => row.label,
    rows: () => [...view.nodes].map((id) => {
      const node = nodeOf.get(id);
      return { ...node, n: edgesOf.get(id).filter((edge) => view.edges.has(edge.id)).length, name: fill(t.openNode, { name: node.label }) };
    }),
    columns: [
      { name: t.colName, key: (row) => row.label, cell: (row) => row.label },
      { name: t.colKind, key: (row) => row.kindLabel, cell: (row) => row.kindLabel },
      { name: t.colTerritory, key: (row) => row.territory || "", cell: (row) => row.territory || "" },
      { name: t.colLinks, key: (row) => row.n, cell: (row) => number.format(row.n), num: true },
    ],
  });
  const tabs = [$("tab-links"), $("tab-nodes")];
  function tab(chosen) {
    for (const one of tabs) {
      const on = one === chosen;
      one.setAttribute("aria-selected", String(on));
      one.tabIndex = on ? 0 : -1;
      $(one.getAttribute("aria-controls")).hidden = !on;
    }
  }
  for (const one of tabs) {
    one.addEventListener("click", () => tab(one));
    one.addEventListener("keydown", (event) => {
      if (event.key !== "ArrowRight" && event.key !== "ArrowLeft") return;
      const next = tabs[(tabs.indexOf(one) + 1) % tabs.length];
      tab(next);
      next.focus();
      event.preventDefault();
    });
  }

  // ---------- the drawing on paper and in files ----------
  function seen() {
    const scale = network.getScale(), places = network.getPositions([...view.nodes]);
    const at = (id) => { const { x, y } = network.canvasToDOM(places[id]); return { x, y, r: drawnSize(id) * scale }; };
    const ctx = box.querySelector("canvas").getContext("2d");
    const measure = (text) => { ctx.save(); ctx.setTransform(1, 0, 0, 1, 0, 0); ctx.font = `${LABEL.size}px ${FONT}`; const { width } = ctx.measureText(text); ctx.restore(); return width; };
    return picture({
      width: box.clientWidth, height: box.clientHeight, title: data.title, font: FONT, size: LABEL.size, ink: INK, paper: PAPER, measure,
      note: `${$("counts").textContent} · ${document.querySelector(".foot").textContent.trim()}`,
      key: data.families.filter((family) => family.kinds.some((kind) => !state.off.has(kind.id)))
        .map((family) => ({ label: family.label, swatch: { shape: family.shape, fill: family.fill, border: family.border, thick: family.actor ? 1.3 : 2.4 } })),
      lines: [...view.edges.keys()].map((id) => {
        const edge = edges.get(id);
        return { a: at(edge.from), b: at(edge.to), width: edge.width * scale, dash: edge.dashes ? edge.dashes.map((n) => n * scale) : null,
          colour: edge.color.color, opacity: edge.color.opacity, arrow: data.directed, bend: edge.smooth ? edge.smooth.roundness / 2 : 0 };
      }),
      shapes: [...view.nodes].map((id) => {
        const node = nodes.get(id), family = familyOf.get(nodeOf.get(id).family);
        return { ...at(id), shape: family.shape, fill: node.color.background, border: node.color.border, thick: node.borderWidth * Math.min(1, scale), opacity: node.opacity };
      }),
      names: labelBoxes,
    });
  }
  const svgText = () => new XMLSerializer().serializeToString(seen());
  function save(blob, ending) {
    const address = URL.createObjectURL(blob);
    el("a", { href: address, download: `${document.documentElement.dataset.network || "maillage"}.${ending}` }).click();
    setTimeout(() => URL.revokeObjectURL(address), 10000);
  }
  $("save-svg").addEventListener("click", () => save(new Blob([svgText()], { type: "image/svg+xml" }), "svg"));
  $("save-png").addEventListener("click", () => {
    const image = new Image(), sharp = 2;
    image.addEventListener("load", () => {
      const sheet = el("canvas", { width: image.width * sharp, height: image.height * sharp });
      sheet.getContext("2d").drawImage(image, 0, 0, sheet.width, sheet.height);
      sheet.toBlob((blob) => save(blob, "png"), "image/png");
    });
    image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(svgText())}`;
  });
  // On paper: the drawing as it was seen, and every row that the filters let through.
  function paper(printed) {
    if (printed === Boolean($("paper").firstChild)) return;
    $("paper").replaceChildren(...(printed ? [seen()] : []));
    links.whole(printed);
    actors.whole(printed);
  }
  window.addEventListener("beforeprint", () => paper(true));
  window.addEventListener("afterprint", () => paper(false));
  onPaper.addEventListener("change", () => paper(onPaper.matches));

  // ---------- everything in step ----------
  function counts() {
    const some = (shown, all, forms) => (shown === all ? count(all, forms) : `${number.format(shown)} ${t.of} ${count(all, forms)}`);
    const n = view.nodes.size, m = view.edges.size;
    $("counts").textContent = `${some(n, data.nodes.length, t[data.things])}, ${some(m, data.edges.length, t.links)}`;
    $("counts").dataset.nodes = n;
    $("counts").dataset.links = m;
    for (const spot of document.querySelectorAll('[data-count="links"]')) spot.textContent = number.format(m);
    for (const spot of document.querySelectorAll('[data-count="nodes"]')) spot.textContent = number.format(n);
  }
  function refresh() {
    look();
    steps = measureOf.has(state.colour) ? classes() : [];
    showKinds();
    showLines();
    counts();
    links.draw();
    actors.draw();
    $("reset").disabled = !(state.off.size || state.region || state.department || state.range || !state.isolated || !state.undated
      || state.least !== null || state.most !== null || state.size !== data.chosen.size || state.colour !== data.chosen.colour);
    if (state.selection) panel.replaceChildren(...(state.selection.kind === "node" ? card(nodeOf.get(state.selection.id)) : link(edgeOf.get(state.selection.id))));
    paint();
  }
  if (narrow.matches) for (const fold of document.querySelectorAll(".fold")) fold.open = false;
  refresh();
  network.redraw();
  fit(false);
  base = network.getScale();
  boost = Math.min(1.7, Math.max(1, 0.9 / base));
  paint();

  // For tests and for the curious: the drawing, its data, and the same acts as by hand.
  const edgeBetween = (a, b) => data.edges.find((edge) => (edge.from === a && edge.to === b) || (!data.directed && edge.from === b && edge.to === a));
  window.maillage = {
    network, nodes, edges, data, state, fit, close, find, days, labelBoxes: () => labelBoxes,
    visible: () => ({ nodes: [...view.nodes].sort(), edges: [...view.edges.keys()].sort() }),
    select: (id) => { if (nodeOf.has(id)) open("node", id, { from: "script" }); return nodeOf.has(id); },
    selectEdge: (a, b) => { const edge = edgeBetween(a, b); if (edge) open("edge", edge.id, { from: "script" }); return edge ? edge.id : null; },
    edgeBetween,
  };
  document.documentElement.dataset.ready = "true";
})();
