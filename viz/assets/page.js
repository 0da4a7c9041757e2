// Wiring: pointer, keyboard, switches, printing.

const tip = document.getElementById("tip");

function pointAt(lines, { x, y }) {
  tip.replaceChildren(lines[0], ...(lines[1] ? [make("small", {}, lines[1])] : []));
  tip.hidden = false;
  tip.style.left = `${Math.min(x + 14, stage.clientWidth - tip.offsetWidth - 6)}px`;
  tip.style.top = `${y + 18 + tip.offsetHeight > stage.clientHeight ? y - tip.offsetHeight - 10 : y + 18}px`;
}

function unpoint() {
  tip.hidden = true;
  scene.hovered = null;
}

network.on("hoverNode", ({ node, pointer }) => {
  scene.hovered = node;
  pointAt([nodes[node].caption, className(nodes[node].cls)], pointer.DOM);
});
network.on("hoverEdge", ({ edge, pointer }) => {
  const link = links[edge];
  pointAt([`${nodes[link.from].caption} → ${nodes[link.to].caption}`, `${linkName(link)} · ${term("modalities", link.modality)}`], pointer.DOM);
});
for (const event of ["blurNode", "blurEdge", "dragStart", "zoom"]) network.on(event, unpoint);
network.on("click", ({ nodes: [node], edges: [edge] }) => {
  if (node !== undefined) choose("node", node, { isMoving: false });
  else if (edge !== undefined) choose("link", edge);
  else if (scene.chosen) dismiss();
});

const ARROWS = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] };
stage.addEventListener("keydown", (event) => {
  const here = scene.chosen?.kind === "node" ? scene.chosen.id : scene.hovered;
  if (event.key in ARROWS && nodes.length) {
    event.preventDefault();
    const next = here === null ? byRank[0] : neighbourToward(here, ...ARROWS[event.key]);
    if (next === null) return;
    if (scene.chosen) choose("node", next, { takesFocus: false });
    else hover(next);
  } else if (event.key === "Enter" && here !== null) choose("node", here);
  else if (event.key === "+" || event.key === "=") zoomBy(1.3);
  else if (event.key === "-") zoomBy(1 / 1.3);
  else if (event.key === "0") { fit(); repaint(); }
});

function hover(id) {
  scene.hovered = id;
  show(id);
  network.redraw();
  pointAt([nodes[id].caption, className(nodes[id].cls)], network.canvasToDOM(nodes[id]));
}

document.addEventListener("keydown", (event) => {
  if (event.key === "Escape" && scene.chosen && event.target !== search) dismiss();
});

function bind(id, act) {
  document.getElementById(id).addEventListener("click", act);
}
bind("zoom-in", () => zoomBy(1.3));
bind("zoom-out", () => zoomBy(1 / 1.3));
bind("fit", () => { fit(); repaint(); });
bind("as-picture", () => view(false));
bind("as-table", () => view(true));
bind("print", () => window.print());
bind("switch-language", () => { language = language === "id" ? "en" : "id"; speak(); });
bind("switch-theme", () => {
  const isDark = getComputedStyle(document.documentElement).colorScheme === "dark";
  document.documentElement.dataset.theme = isDark ? "light" : "dark";
  recolour();
});

function recolour() {
  readTheme();
  repaint();
}
matchMedia("(prefers-color-scheme: dark)").addEventListener("change", recolour);

/** Say everything on the page in the language of now. */
function speak() {
  document.documentElement.lang = language;
  for (const element of document.querySelectorAll("[data-text]")) element.textContent = say(element.dataset.text);
  for (const element of document.querySelectorAll("[data-label]")) element.setAttribute("aria-label", say(element.dataset.label));
  for (const element of document.querySelectorAll("[data-placeholder]")) element.placeholder = say(element.dataset.placeholder);
  document.getElementById("counts").textContent = `${number(nodes.length)} ${say("entities")} · ${number(links.length)} ${say("links")} · ${number(page.documents.length)} ${say("sources")}`;
  document.getElementById("notice").textContent = noticed();
  const { digest, built, as_of: asOf } = page.made;
  document.getElementById("made").textContent = `${say("made", { digest, built })}${asOf ? ` · ${say("as_of", { when: asOf })}` : ""}`;
  legend();
  list();
  if (!tables.hidden) fillTables(rowsShown);
  if (scene.chosen) choose(scene.chosen.kind, scene.chosen.id, { isMoving: false, takesFocus: false });
  network.redraw();
}

function noticed() {
  const { shown, left_out: leftOut, is_truncated: isTruncated } = page.counts;
  if (!shown) return say("empty");
  if (leftOut) return say("left_out", { shown: number(shown), all: number(shown + leftOut) });
  return isTruncated ? say("truncated", { shown: number(shown) }) : "";
}

window.addEventListener("beforeprint", () => {
  document.getElementById("legend-box").open = true;
  fillTables(Infinity);
  fit();
  repaint();
});
window.addEventListener("afterprint", () => fillTables(rowsShown));

if (window.innerWidth <= 900) document.getElementById("legend-box").open = false;
speak();
fit();
repaint();
document.documentElement.dataset.ready = "yes";
