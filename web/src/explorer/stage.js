// The drawing on the screen, by sigma: what is drawn comes in; what one clicks or points at goes out. Nothing here knows
// where it comes from; without WebGL there is no stage.

import Graph from "graphology";
import Sigma from "sigma";
import { extremityArrow, layerDashed, layerFill, layerPlain, pathLine } from "sigma/rendering";
import { DASHES } from "./shapes.js";
import { SHAPES, outline } from "./glsl.js";
import { density, lineColour, unitLook, unitName, unitPlace, widths } from "./looks.js";
import { apart } from "./names.js";
import { near } from "./near.js";

// How near a line a click must be, in pixels.
const NEAR = 6;
const NONE = "rgba(0, 0, 0, 0)";
// Names at once: more cannot be read, nor chosen in time.
const NAMED = 120;
const FIRST = 5;

export function supported() {
  try {
    return Boolean(document.createElement("canvas").getContext("webgl2"));
  } catch {
    return false;
  }
}

export function stage(container, { directed, still, onUnit, onLines, onNothing }) {
  const graph = new Graph({ type: directed ? "directed" : "undirected" });
  let drawn = { units: [], lines: [] };
  let chosen = { unit: null, line: null };
  let byId = new Map();
  const sigma = new Sigma(graph, container, {
    primitives: {
      nodes: {
        shapes: SHAPES,
        variables: { border: { type: "color", default: "#17212b" } },
        layers: [layerFill(), outline(1.6)],
        label: { font: { family: getComputedStyle(container).fontFamily, size: 13 }, margin: 4 },
      },
      edges: {
        paths: [pathLine()],
        extremities: [extremityArrow()],
        variables: { whole: { type: "color", default: NONE }, dash: { type: "number", default: 0 }, gap: { type: "number", default: 0 } },
        // A line that is broken is drawn by the second layer, one that is not by the first.
        layers: [layerPlain({ color: { attribute: "whole" } }), layerDashed({ dashSize: { attribute: "dash", mode: "pixels" }, gapSize: { attribute: "gap", mode: "pixels" }, solidExtremities: "head" })],
        defaultHead: directed ? "arrow" : "none",
      },
    },
    styles: {
      nodes: {
        x: { attribute: "x" }, y: { attribute: "y" }, size: { attribute: "size" }, color: { attribute: "fill" }, border: { attribute: "border" },
        shape: { attribute: "shape" }, label: { attribute: "label" }, labelColor: "#17212b", labelBackgroundColor: "rgba(255, 255, 255, 0.82)", labelBackgroundPadding: 1, labelPosition: { attribute: "beside" },
        labelVisibility: (at, state) => (at.named || at.chosen || state.isHovered ? "visible" : "hidden"),
        depth: (at, state) => (at.chosen || state.isHovered ? "topNodes" : "nodes"),
        backdropVisibility: (at, state) => (at.chosen || state.isHovered ? "visible" : "hidden"),
        backdropColor: "#ffffff", backdropShadowColor: "rgba(11, 40, 90, 0.55)", backdropShadowBlur: 8, backdropPadding: 4,
        cursor: "pointer",
      },
      edges: {
        size: { attribute: "size" }, color: { attribute: "color" }, whole: { attribute: "whole" }, dash: { attribute: "dash" }, gap: { attribute: "gap" }, opacity: { attribute: "opacity" },
        depth: (at) => (at.chosen ? "topEdges" : "edges"),
        ...(directed ? { head: "arrow" } : {}),
      },
    },
    settings: {
      itemSizesReference: "screen", zoomToSizeRatioFunction: (ratio) => (ratio < 1 ? ratio ** 0.12 : 1), enableCameraRotation: false, enableCameraMouseRotation: false, allowInvalidContainer: true,
      labelRenderedSizeThreshold: 0, minEdgeThickness: 1.2, stagePadding: 46,
      minCameraRatio: 0.004, maxCameraRatio: 2, zoomDuration: still ? 0 : 200, inertiaDuration: still ? 0 : 200, doubleClickZoomingDuration: still ? 0 : 200,
    },
  });

  const at = (unit) => sigma.graphToViewport(unitPlace(unit));
  function placed() {
    const wide = widths(drawn.lines);
    return drawn.lines.map((line) => ({ line, from: at(line.a), to: at(line.b), width: wide(line) }));
  }
  const under = (point) => near(point, placed(), NEAR).map(({ line }) => line);

  sigma.on("clickNode", ({ node }) => onUnit(byId.get(node)));
  sigma.on("clickStage", ({ event }) => {
    const found = under(event);
    found.length ? onLines(found) : onNothing();
  });
  let waiting = null;
  sigma.on("moveBody", ({ event }) => {
    cancelAnimationFrame(waiting);
    waiting = requestAnimationFrame(() => container.classList.toggle("over-line", drawn.lines.length < 3000 && under(event).length > 0));
  });

  // Names that lie on no other, the best tied first; anew when the view has come to rest.
  const pen = document.createElement("canvas").getContext("2d");
  pen.font = `13px ${getComputedStyle(container).fontFamily}`;
  let resting = null;
  function name() {
    const { width, height } = sigma.getDimensions();
    const inView = drawn.units
      .map((unit) => ({ unit, ...at(unit), r: sigma.scaleSize(unitLook(unit).size) }))
      .filter(({ x, y }) => x > -20 && y > -20 && x < width && y < height + 20)
      .sort((a, b) => b.r - a.r || (a.unit.id < b.unit.id ? -1 : 1));
    const marks = inView.map(({ unit, x, y, r }) => ({ id: unit.id, left: x - r, right: x + r, top: y - r, bottom: y + r }));
    const boxes = inView.slice(0, 4 * NAMED).map((mark) => nameBox(mark, pen.measureText(unitName(mark.unit)).width)).filter(({ left, right }) => left > -4 && right < width + 4);
    const named = new Set(apart(boxes, marks, FIRST).slice(0, NAMED).map(({ id }) => id));
    const changed = graph.filterNodes((id, { named: is }) => Boolean(is) !== named.has(id));
    for (const id of changed) graph.setNodeAttribute(id, "named", named.has(id));
    if (changed.length) sigma.refresh({ partialGraph: { nodes: changed }, skipIndexation: true });
  }
  function nameBox({ unit, x, y, r }, wide) {
    if (unit.group) return { id: unit.id, left: x - wide / 2 - 4, right: x + wide / 2 + 4, top: y + r, bottom: y + r + 22 };
    return { id: unit.id, left: x + r, right: x + r + 8 + wide, top: y - 9, bottom: y + 9 };
  }
  const rest = () => {
    clearTimeout(resting);
    resting = setTimeout(name, 60);
  };
  sigma.getCamera().on("updated", rest);
  sigma.on("resize", rest);

  function show(next) {
    drawn = next;
    byId = new Map(drawn.units.map((unit) => [unit.id, unit]));
    const wide = widths(drawn.lines);
    graph.clear();
    for (const unit of drawn.units) {
      const look = unitLook(unit);
      const { x, y } = unitPlace(unit);
      graph.addNode(unit.id, { x, y, ...look, label: unitName(unit), beside: unit.group ? "below" : "right", chosen: unit.id === chosen.unit });
    }
    const through = density(drawn.lines);
    for (const line of drawn.lines) {
      const [dash, gap] = DASHES[line.standing] ?? [0, 0];
      const is = line.id === chosen.line;
      const color = lineColour(line, is);
      graph.addEdgeWithKey(line.id, line.a.id, line.b.id, { size: wide(line) + (is ? 1.5 : 0), color, whole: gap ? NONE : color, dash, gap, chosen: is, opacity: is ? 1 : through });
    }
    sigma.refresh();
    name();
  }

  // The places that all of a network takes, so that a choice does not move what stays.
  function bound(units) {
    const [xs, ys] = [units.map((unit) => unit.x), units.map((unit) => unit.y)];
    if (!units.length) return;
    const pad = units.length === 1 ? 100 : 0;
    sigma.setCustomBBox({ x: [Math.min(...xs) - pad, Math.max(...xs) + pad], y: [Math.min(...ys) - pad, Math.max(...ys) + pad] });
    sigma.refresh();
  }

  // Looks at some units: the smallest view that holds them all.
  function look(units) {
    if (!units.length) return;
    const points = units.map((unit) => sigma.graphToFramedGraph(unitPlace(unit)));
    const [xs, ys] = [points.map(({ x }) => x), points.map(({ y }) => y)];
    const [left, right, low, high] = [Math.min(...xs), Math.max(...xs), Math.min(...ys), Math.max(...ys)];
    const { width, height } = sigma.getDimensions();
    const tall = (high - low) * Math.max(1, width / height);
    const ratio = Math.min(1.05, Math.max(0.03, Math.max(right - left, tall) * 1.25));
    move({ x: (left + right) / 2, y: (low + high) / 2, ratio });
  }

  function move(to) {
    if (still) sigma.getCamera().setState(to);
    else sigma.getCamera().animate(to, { duration: 350 });
  }

  return {
    show,
    bound,
    look,
    choose(next) {
      const before = chosen;
      chosen = { unit: null, line: null, ...next };
      if (before.unit !== chosen.unit || before.line !== chosen.line) show(drawn);
    },
    zoom: (factor) => move({ ratio: Math.min(2, Math.max(0.004, sigma.getCamera().getState().ratio / factor)) }),
    fit: () => move({ x: 0.5, y: 0.5, ratio: 1 }),
    // What a picture needs, in pixels of the stage.
    seen() {
      const { width, height } = sigma.getDimensions();
      const wide = widths(drawn.lines);
      const shownNames = sigma.getNodeDisplayedLabels();
      return {
        width,
        height,
        opacity: density(drawn.lines),
        units: drawn.units.map((unit) => ({ ...unitLook(unit), ...at(unit), r: sigma.scaleSize(unitLook(unit).size) })),
        lines: drawn.lines.map((line) => ({ from: at(line.a), to: { ...at(line.b), r: sigma.scaleSize(unitLook(line.b).size) }, width: wide(line), colour: lineColour(line, false), standing: line.standing, arrow: directed })),
        names: drawn.units.filter(({ id }) => shownNames.has(id)).map((unit) => {
          const { x, y } = at(unit);
          return { x: x + sigma.scaleSize(unitLook(unit).size) + 5, y, text: unitName(unit) };
        }),
      };
    },
    where: (id) => at(byId.get(id)),
    middle(id) {
      const line = drawn.lines.find((one) => one.id === id);
      const [a, b] = [at(line.a), at(line.b)];
      return { x: (a.x + b.x) / 2, y: (a.y + b.y) / 2 };
    },
    kill: () => sigma.kill(),
  };
}
