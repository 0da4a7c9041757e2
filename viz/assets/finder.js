// Searching and the list of entities; the legend, which also hides and shows classes.

const finder = document.getElementById("finder");
const search = document.getElementById("search");
const MOST_LISTED = 200;
const fold = (text) => text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();
const folded = nodes.map((node) => fold(`${node.caption} ${node.entity}`));
let active = -1;

function matching() {
  const words = fold(search.value).split(/\s+/).filter(Boolean);
  const found = byRank.filter((id) => !isHidden(id) && words.every((word) => folded[id].includes(word)));
  // A name that begins with what was typed is what was meant.
  return words.length ? [...found.filter((id) => folded[id].startsWith(words[0])), ...found.filter((id) => !folded[id].startsWith(words[0]))] : found;
}

function list() {
  const found = matching();
  const isSearching = search.value.trim() !== "";
  scene.found = isSearching ? new Set(found) : null;
  finder.replaceChildren(...found.slice(0, MOST_LISTED).map(option));
  document.getElementById("found").textContent = isSearching
    ? (found.length ? say("results_some", { n: number(found.length) }) : say("results_none"))
    : number(found.length);
  if (isSearching) document.getElementById("finder-box").open = true;
  mark(-1);
}

function option(id, position) {
  return make("li", { role: "option", id: `option-${position}`, "aria-selected": "false", "data-node": id, on: { click: () => choose("node", id) } },
    markOf(nodes[id].cls), make("span", { dir: "auto" }, nodes[id].caption));
}

function mark(position) {
  const options = finder.children;
  options[active]?.setAttribute("aria-selected", "false");
  active = Math.max(-1, Math.min(position, options.length - 1));
  if (active < 0) return finder.removeAttribute("aria-activedescendant");
  options[active].setAttribute("aria-selected", "true");
  options[active].scrollIntoView({ block: "nearest" });
  finder.setAttribute("aria-activedescendant", options[active].id);
  scene.hovered = Number(options[active].dataset.node);
  network.redraw();
}

function steer(event) {
  const steps = { ArrowDown: active + 1, ArrowUp: active - 1, Home: 0, End: finder.children.length - 1 };
  if (event.key in steps && (event.currentTarget === finder || event.key.startsWith("Arrow"))) {
    event.preventDefault();
    mark(Math.max(0, steps[event.key]));
  } else if (event.key === "Enter" && finder.children.length) {
    event.preventDefault();
    choose("node", Number(finder.children[Math.max(0, active)].dataset.node));
  } else if (event.key === "Escape" && event.currentTarget === search && search.value) {
    search.value = "";
    seek();
  }
}

function seek() {
  list();
  repaint();
}

search.addEventListener("input", seek);
search.addEventListener("keydown", steer);
finder.addEventListener("keydown", steer);
finder.addEventListener("focus", () => { if (active < 0) mark(0); });

function legend() {
  const keys = Object.entries(page.classes).map(([name, look]) => make("li", {}, make("button", {
    type: "button", class: "key", "aria-pressed": String(!hiddenClasses.has(name)), title: say("legend_hint"),
    on: { click: () => toggle(name) },
  }, markOf(name), className(name), make("span", { class: "n" }, number(look.count)))));
  document.getElementById("legend").replaceChildren(make("ul", {}, ...keys), make("h3", {}, say("lines")), ...lineRows());
}

function lineRows() {
  const layers = [...new Set(links.map((link) => link.layer))].sort();
  const kinds = [...new Set(links.map((link) => link.line))].filter((line) => line !== "solid").sort();
  const rows = [...layers.map((layer) => [`layer_${layer}`, layer, "none"]), ...kinds.map((line) => [`line_${line}`, "reference", line === "dashed" ? "7 5" : "2 5"])];
  const lines = rows.map(([key, layer, dashes]) => make("div", { class: "row" },
    draw("svg", { viewBox: "0 0 30 20", "aria-hidden": "true" }, draw("line", { x1: 0, y1: 10, x2: 30, y2: 10, "stroke-width": 2.4, "stroke-dasharray": dashes, class: layer })),
    say(key)));
  const marks = [];
  if (links.length) marks.push(make("div", { class: "row soft" }, say("line_width")));
  if (nodes.some((node) => node.focus)) marks.push(make("div", { class: "row soft" }, `◎ ${say("mark_focus")}`));
  if (nodes.some((node) => node.conflict)) marks.push(make("div", { class: "row soft" }, `! ${say("mark_conflict")}`));
  if (page.groups.length) marks.push(make("div", { class: "row soft" }, `○ ${say("mark_group")}`));
  return [...lines, ...marks];
}

function toggle(name) {
  if (!hiddenClasses.delete(name)) hiddenClasses.add(name);
  nodeSet.update(nodes.filter((node) => node.cls === name).map(({ id }) => ({ id, hidden: hiddenClasses.has(name) })));
  const focused = [...document.querySelectorAll("#legend button")].indexOf(document.activeElement);
  legend();
  document.querySelectorAll("#legend button")[focused]?.focus();
  seek();
}
