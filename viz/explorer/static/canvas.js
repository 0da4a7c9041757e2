// The canvas: vis-network with fixed places; marks and labels of the exported pictures.
import { Labels, boost, drawMark, page, readTheme, ringAround, term, theme } from "./picture.js";
import { measured } from "./metrics.js";
import { drawable, items, view } from "./state.js";

/* global vis */
const stage = document.getElementById("network");
const APART = 82, STEP = 46;
const DASHES = { solid: false, dashed: [7, 5], dotted: [2, 5] };

/** What is chosen and pointed at. */
export const scene = { chosen: null, hovered: null, selected: new Set(), size: "", color: "" };
export const linkName = (tie) => tie.label[page.language === "id" ? 0 : 1];

let shown = { ids: [], links: [] }, lit = null, network = null, sizes = null, tints = null;
const sizeOf = (id) => sizes?.(id) ?? items.get(id).size;
const nodeSet = new vis.DataSet(), edgeSet = new vis.DataSet();

function renderNode({ ctx, id, x, y, state }) {
  const node = items.get(id);
  const r = sizeOf(id) * boost(network ? network.getScale() : 1);
  return {
    drawNode: () => {
      drawMark(ctx, { ...node, tint: tints?.(id), focus: id === view.focus, dim: Boolean(lit) && !lit.has(id) }, x, y, r, scene.chosen === id, state.hover);
      if (scene.selected.has(id)) ringAround(ctx, x, y, r * 1.6, theme.warn, r * 0.2);
      if (view.pinned.has(id)) ringAround(ctx, x, y, r * 1.32, theme.ink, r * 0.08);
    },
    nodeDimensions: { width: 2.1 * r, height: 2.1 * r },
  };
}

function edgeOf(tie) {
  const stands = !lit || isLit(tie);
  const width = 1 + Math.min(1.6, 0.55 * ((tie.support ?? 1) - 1));
  return {
    id: tie.relationship, from: tie.from, to: tie.to, dashes: DASHES[tie.line],
    width: lit && stands ? width * 1.7 : width,
    color: { color: theme[tie.layer] ?? theme.reference, opacity: stands ? 0.9 : 0.08, inherit: false },
    smooth: tie.bend ? { enabled: true, type: tie.bend > 0 ? "curvedCW" : "curvedCCW", roundness: Math.abs(tie.bend) } : false,
  };
}

function isLit(tie) {
  const { chosen } = scene;
  if (view.path) return view.path.has(tie.from) && view.path.has(tie.to);
  if (chosen === tie.relationship) return true;
  return tie.from === chosen || tie.to === chosen;
}

/** Nodes that stand out: the path, or the choice with its neighbours; null for all. */
function litNodes() {
  if (view.path) return view.path;
  if (!scene.chosen) return null;
  const touching = shown.links.filter(isLit);
  return new Set([...touching.flatMap((tie) => [tie.from, tie.to]), ...(items.has(scene.chosen) ? [scene.chosen] : [])]);
}

/** Bring the canvas in line with the view. */
export function paint() {
  shown = drawable();
  lit = litNodes();
  [sizes, tints] = measured(shown, scene);
  sync(nodeSet, shown.ids.map((id) => ({ id, x: items.get(id).x, y: items.get(id).y, size: sizeOf(id), shape: "custom" })));
  sync(edgeSet, shown.links.map(edgeOf));
  network.redraw();
}

function sync(set, rows) {
  const wanted = new Set(rows.map((row) => row.id));
  set.remove(set.getIds().filter((id) => !wanted.has(id)));
  set.update(rows);
}

/** Give new entities free places near where they came from. @param {string[]} ids */
export function settle(ids, anchor) {
  const at = items.get(anchor) ?? { x: 0, y: 0 };
  const fresh = new Set(ids);
  const taken = view.ids.filter((id) => !fresh.has(id) && items.has(id)).map((id) => items.get(id));
  const isFree = (x, y) => taken.every((o) => Math.hypot((o.x - x) / 1.5, o.y - y) > APART * 0.8);
  let turn = 0;
  for (const id of ids) {
    let x, y;
    do {
      // The golden angle spreads places evenly; the root keeps their density.
      const angle = turn * 2.39996, radius = APART + STEP * Math.sqrt(turn);
      [x, y] = [at.x + radius * Math.cos(angle) * 1.5, at.y + radius * Math.sin(angle)];
      turn++;
    } while (!isFree(x, y) && turn < 4000);
    Object.assign(items.get(id), { x, y });
    taken.push(items.get(id));
  }
}

export function fit() {
  if (!shown.ids.length) return;
  const xs = shown.ids.map((id) => items.get(id).x), ys = shown.ids.map((id) => items.get(id).y);
  const [left, right, top, bottom] = [Math.min(...xs) - 90, Math.max(...xs) + 90, Math.min(...ys) - 50, Math.max(...ys) + 70];
  const scale = Math.min(1.2, Math.min(stage.clientWidth / (right - left), stage.clientHeight / (bottom - top)));
  network.moveTo({ position: { x: (left + right) / 2, y: (top + bottom) / 2 }, scale, animation: false });
}

/** Bring a node into sight without moving more than needed. */
export function reveal(id) {
  const at = network.canvasToDOM(items.get(id));
  const isInside = at.x > 50 && at.y > 50 && at.x < stage.clientWidth - 50 && at.y < stage.clientHeight - 50;
  if (!isInside) network.moveTo({ position: { x: items.get(id).x, y: items.get(id).y }, animation: false });
}

export const zoomBy = (factor) => network.moveTo({ scale: Math.min(6, Math.max(0.03, network.getScale() * factor)), animation: false });
export const resize = () => { network.setSize("100%", "100%"); network.redraw(); };
export const placeOf = (id) => network.canvasToDOM(items.get(id));
export const visibleIds = () => shown.ids;

/** A text in lines that are no wider than a width. */
function lines(ctx, text, width) {
  const made = [""];
  for (const word of text.split(/\s+/)) {
    const longer = `${made.at(-1)} ${word}`.trim();
    if (ctx.measureText(longer).width <= width) made[made.length - 1] = longer; else made.push(word);
  }
  return made;
}

/** What is seen, as PNG on paper, above the rule of its numbers if there is one. @param {(blob: Blob) => void} give */
export function picture(give, rule = "") {
  const from = stage.querySelector("canvas"), to = document.createElement("canvas"), ctx = to.getContext("2d");
  const size = Math.max(11, Math.round(from.width / 110)), font = `${size}px sans-serif`;
  ctx.font = font;
  const told = rule ? lines(ctx, rule, from.width - 2 * size) : [];
  Object.assign(to, { width: from.width, height: from.height + told.length * size * 1.5 + (told.length ? size : 0) });
  ctx.fillStyle = theme.paper;
  ctx.fillRect(0, 0, to.width, to.height);
  ctx.drawImage(from, 0, 0);
  Object.assign(ctx, { font, fillStyle: theme.ink, textBaseline: "top" });
  told.forEach((line, at) => ctx.fillText(line, size, from.height + size / 2 + at * size * 1.5));
  to.toBlob(give, "image/png");
}

/** The nearest node in a direction; sideways counts double. */
export function toward(from, dx, dy) {
  const here = items.get(from);
  let best = null, least = Infinity;
  for (const id of shown.ids) {
    const x = items.get(id).x - here.x, y = items.get(id).y - here.y;
    const along = x * dx + y * dy, across = Math.abs(x * dy - y * dx);
    if (id === from || along <= 0 || across > 2 * along) continue;
    if (along + 2 * across < least) [best, least] = [id, along + 2 * across];
  }
  return best;
}

function drawLabels(ctx) {
  const scale = network.getScale(), ratio = ctx.canvas.width / stage.clientWidth;
  ctx.save();
  ctx.setTransform(ratio, 0, 0, ratio, 0, 0);
  const labels = new Labels(ctx, stage.clientWidth, stage.clientHeight);
  const need = (id) => (id === scene.chosen || id === scene.hovered ? 1e6 : 0) + (id === view.focus ? 1e5 : 0) + items.get(id).rank;
  const marks = [...shown.ids].sort((a, b) => need(b) - need(a)).map((id) => {
    const { x, y } = placeOf(id);
    return { node: { ...items.get(id), focus: id === view.focus }, x, y, r: sizeOf(id) * boost(scale) * scale };
  });
  labels.obstruct(marks);
  for (const mark of marks) {
    if (lit && !lit.has(mark.node.entity)) continue;
    labels.node(mark, mark.node.entity === scene.chosen || mark.node.entity === scene.hovered);
  }
  if (lit) for (const tie of shown.links) if (isLit(tie)) drawLinkLabel(labels, tie);
  ctx.restore();
}

function drawLinkLabel(labels, tie) {
  const a = placeOf(tie.from), b = placeOf(tie.to);
  const name = tie.line === "solid" ? linkName(tie) : `${linkName(tie)} (${term("modalities", tie.modality)})`;
  const places = [0.5, 0.66, 0.34].map((t) => ({
    x: a.x + (b.x - a.x) * t + (b.y - a.y) * tie.bend * 0.7, y: a.y + (b.y - a.y) * t - (b.x - a.x) * tie.bend * 0.7,
  }));
  labels.link(name, places);
}

/** Start the canvas; `on` is told of clicks, double clicks, pointing and dragging. */
export function start(on) {
  readTheme();
  network = new vis.Network(stage, { nodes: nodeSet, edges: edgeSet }, {
    physics: { enabled: false },
    layout: { improvedLayout: false },
    interaction: { hover: true, hoverConnectedEdges: false, selectConnectedEdges: false, keyboard: { enabled: false }, tooltipDelay: 86_400_000 },
    nodes: { borderWidth: 0, chosen: false, ctxRenderer: renderNode },
    edges: { chosen: false, arrows: { to: { enabled: true, scaleFactor: 0.45 } }, arrowStrikethrough: false, smooth: false, hoverWidth: 0, selectionWidth: 0 },
  });
  network.on("afterDrawing", drawLabels);
  network.on("click", ({ nodes: [node], edges: [edge] }) => on.choose(node ?? edge ?? null));
  network.on("doubleClick", ({ nodes: [node] }) => { if (node) on.open(node); });
  network.on("hoverNode", ({ node }) => on.point(node));
  network.on("blurNode", () => on.point(null));
  network.on("dragEnd", ({ nodes: [node] }) => {
    if (node === undefined) return;
    Object.assign(items.get(node), network.getPosition(node));
    on.move(node);
  });
  matchMedia("(prefers-color-scheme: dark)").addEventListener("change", () => { readTheme(); paint(); });
  document.fonts?.ready.then(() => network.redraw());
}
