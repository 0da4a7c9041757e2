// The canvas: vis-network with fixed positions; our marks and labels; what is lit.

const DIM_LIMIT = 3000;
const MOST_LABELS = 600;
// Beyond this many nodes, drawing each again at every step would stutter.
const MANY = 3000;
const stage = document.getElementById("network");

// A tall screen turns a wide picture on its side.
if (stage.clientHeight > 1.2 * stage.clientWidth) {
  for (const node of graph.nodes) [node.x, node.y] = [node.y, node.x];
  for (const group of page.groups) [group[2], group[3]] = [group[3], group[2]];
  page.frame = [page.frame[1], page.frame[0], page.frame[3], page.frame[2]];
}
readTheme();

const nodes = graph.nodes, links = graph.edges;
const ties = nodes.map(() => []);
for (const link of links) {
  ties[link.from].push(link.id);
  if (link.to !== link.from) ties[link.to].push(link.id);
}
const byRank = nodes.map((node) => node.id).sort((a, b) => nodes[b].rank - nodes[a].rank || a - b);
const hiddenClasses = new Set();
const scene = { chosen: null, hovered: null, found: null, painted: [], thickness: 1 };

const isHidden = (id) => hiddenClasses.has(nodes[id].cls);
const isLinkHidden = (link) => isHidden(link.from) || isHidden(link.to);

/** Ids of nodes that stand out now; null when all do. */
function litNodes() {
  const { chosen } = scene;
  if (chosen?.kind === "node") return new Set([chosen.id, ...ties[chosen.id].flatMap((l) => [links[l].from, links[l].to])]);
  if (chosen?.kind === "link") return new Set([links[chosen.id].from, links[chosen.id].to]);
  return scene.found;
}

function isLinkLit(link, lit) {
  const { chosen } = scene;
  if (chosen?.kind === "link") return link.id === chosen.id;
  if (chosen?.kind === "node") return link.from === chosen.id || link.to === chosen.id;
  return !lit || (lit.has(link.from) && lit.has(link.to));
}

function linkPaint(link, lit) {
  const stands = Boolean(lit) && isLinkLit(link, lit);
  const opacity = stands ? 1 : lit ? 0.07 : link.quiet ? 0.38 : 0.85;
  return {
    id: link.id, hidden: isLinkHidden(link), width: link.width * scene.thickness * (stands ? 1.7 : 1),
    color: { color: theme[link.layer] ?? theme.reference, opacity, inherit: false },
  };
}

/** Recolour everything for the choice, the search and the theme of now. */
function repaint() {
  const lit = litNodes();
  for (const node of nodes) node.dim = Boolean(lit) && !lit.has(node.id);
  const many = links.length > DIM_LIMIT;
  const changed = [];
  for (const link of links) {
    const paint = linkPaint(link, many && !isLinkLit(link, lit) ? null : lit);
    const key = `${paint.hidden}${paint.width}${paint.color.color}${paint.color.opacity}`;
    if (scene.painted[link.id] !== key) {
      scene.painted[link.id] = key;
      changed.push(paint);
    }
  }
  edgeSet.update(changed);
  network.redraw();
}

function renderNode({ ctx, id, x, y, state }) {
  const node = nodes[id];
  const scale = network ? network.getScale() : 1;
  const r = node.size * boost(scale);
  const isChosen = scene.chosen?.kind === "node" && scene.chosen.id === id;
  return {
    drawNode: () => drawMark(ctx, node, x, y, r, scale, isChosen, state.hover),
    // Links end at the ring around a focus.
    nodeDimensions: { width: (node.focus ? 3.2 : 2.1) * r, height: (node.focus ? 3.2 : 2.1) * r },
  };
}

let network = null;
const bare = ({ id, x, y, size, shape }) => ({ id, x, y, size, shape });
const nodeSet = new vis.DataSet(nodes.map(bare));
const edgeSet = new vis.DataSet(links.map((link) => {
  const { color, width, hidden } = linkPaint(link, null);
  return { id: link.id, from: link.from, to: link.to, dashes: link.dashes, smooth: link.smooth ?? false, color, width, hidden };
}));
graph.options.nodes.ctxRenderer = renderNode;
network = new vis.Network(stage, { nodes: nodeSet, edges: edgeSet }, graph.options);

function fit() {
  const [left, top, right, bottom] = page.frame;
  const scale = Math.min(1.25, 0.95 * Math.min(stage.clientWidth / (right - left), stage.clientHeight / (bottom - top)));
  network.moveTo({ position: { x: (left + right) / 2, y: (top + bottom) / 2 }, scale, animation: false });
  // Lines shrink less than distances too.
  scene.thickness = Math.min(3, Math.max(1, scale ** -0.85));
}

/** Bring a node into view, without changing the scale unless it is too small to read. */
function show(id) {
  const at = network.canvasToDOM(nodes[id]);
  const isInside = at.x > 40 && at.y > 40 && at.x < stage.clientWidth - 40 && at.y < stage.clientHeight - 40;
  const scale = network.getScale();
  if (!isInside || scale < 0.35) network.moveTo({ position: { x: nodes[id].x, y: nodes[id].y }, scale: Math.max(scale, 0.6), animation: false });
}

function zoomBy(factor) {
  network.moveTo({ scale: Math.min(6, Math.max(0.02, network.getScale() * factor)), animation: false });
}

network.on("beforeDrawing", (ctx) => drawGroups(ctx, page.groups.filter(([name]) => !hiddenClasses.has(name))));
/** Among thousands, what was drawn moves under the pointer as it is, and is drawn anew at rest. */
function dragAsDrawn() {
  const drawn = stage.querySelector("canvas");
  let from = null, to = null, isDragging = false;
  network.setOptions({ interaction: { dragView: false } });
  stage.addEventListener("pointerdown", ({ clientX, clientY }) => { from = { x: clientX, y: clientY }; }, true);
  network.on("dragStart", () => { isDragging = true; });
  stage.addEventListener("pointermove", ({ clientX, clientY }) => {
    if (!isDragging) return;
    to = { x: clientX, y: clientY };
    drawn.style.transform = `translate(${to.x - from.x}px,${to.y - from.y}px)`;
  });
  network.on("dragEnd", () => {
    isDragging = false;
    drawn.style.transform = "";
    if (!to) return;
    const at = network.getViewPosition(), scale = network.getScale();
    network.moveTo({ position: { x: at.x - (to.x - from.x) / scale, y: at.y - (to.y - from.y) / scale }, scale, animation: false });
    to = null;
  });
}
if (nodes.length > MANY) dragAsDrawn();
network.on("afterDrawing", (ctx) => {
  const scale = network.getScale();
  const ratio = ctx.canvas.width / stage.clientWidth;
  ctx.save();
  ctx.setTransform(ratio, 0, 0, ratio, 0, 0);
  const labels = new Labels(ctx, stage.clientWidth, stage.clientHeight);
  const marks = [];
  const origin = network.canvasToDOM({ x: 0, y: 0 });
  for (const id of byRank) {
    if (isHidden(id)) continue;
    const node = nodes[id];
    const x = origin.x + node.x * scale, y = origin.y + node.y * scale;
    if (x < -20 || y < -20 || x > stage.clientWidth + 20 || y > stage.clientHeight + 20) continue;
    marks.push({ node, x, y, r: node.size * boost(scale) * scale });
  }
  labels.obstruct(marks);
  const lit = litNodes();
  drawLabels(labels, marks, lit, scale);
  ctx.restore();
});

function drawLabels(labels, marks, lit, scale) {
  const isPointed = ({ node }) => node.id === scene.hovered || (scene.chosen?.kind === "node" && scene.chosen.id === node.id);
  for (const mark of marks) if (isPointed(mark)) labels.node(mark, true);
  for (const mark of marks) if (mark.node.focus && !isPointed(mark) && (!lit || lit.has(mark.node.id))) labels.node(mark, false);
  for (const [name, count, x, y, r] of page.groups) {
    if (hiddenClasses.has(name) || lit || r * scale < 24) continue;
    const at = network.canvasToDOM({ x, y });
    labels.group(name, count, at.x, at.y, r * scale);
  }
  // Among thousands of marks there is room for few labels; trying them all would cost frames.
  for (const mark of marks.slice(0, MOST_LABELS)) if (!mark.node.focus && !isPointed(mark) && (!lit || lit.has(mark.node.id))) labels.node(mark, false);
  if (scene.chosen) drawLinkLabels(labels, lit);
}

function drawLinkLabels(labels, lit) {
  const ids = scene.chosen.kind === "link" ? [scene.chosen.id] : ties[scene.chosen.id];
  for (const id of ids) {
    if (isLinkHidden(links[id]) || !isLinkLit(links[id], lit)) continue;
    const { from, to } = links[id];
    const bend = links[id].smooth ? links[id].smooth.roundness * (links[id].smooth.type === "curvedCW" ? 1 : -1) : 0;
    const [a, b] = [network.canvasToDOM(nodes[from]), network.canvasToDOM(nodes[to])];
    const places = [0.5, 0.66, 0.34].map((t) => ({
      x: a.x + (b.x - a.x) * t + (b.y - a.y) * bend * 0.7, y: a.y + (b.y - a.y) * t - (b.x - a.x) * bend * 0.7,
    }));
    labels.link(wordedLink(links[id]), places);
  }
}

/** The name of a link, with the word for how it is meant where that is not plain fact. */
function wordedLink(link) {
  return link.line === "solid" ? linkName(link) : `${linkName(link)} (${term("modalities", link.modality)})`;
}

/** The nearest node from another in a direction, by distance with sideways counting double. */
function neighbourToward(from, dx, dy) {
  let best = null, least = Infinity;
  for (const id of byRank) {
    if (id === from || isHidden(id)) continue;
    const x = nodes[id].x - nodes[from].x, y = nodes[id].y - nodes[from].y;
    const along = x * dx + y * dy, across = Math.abs(x * dy - y * dx);
    if (along <= 0 || across > 2 * along) continue;
    const cost = along + 2 * across;
    if (cost < least) [best, least] = [id, cost];
  }
  return best;
}
