// The explorer: wires search, canvas, panel, table, filters and the address together.
import { className, draw, make, markOf, number, page, say } from "./picture.js";
import { fit, linkName, paint, picture, placeOf, resize, reveal, scene, settle, start, toward, zoomBy } from "./canvas.js";
import { acts, entityPanel, linkPanel, manyPanel } from "./panel.js";
import { lasso, toggle } from "./select.js";
import { fetchAround, fetchEntity, fetchLink, fetchPaths, fetchView, give, keep, save } from "./server.js";
import { change, drawable, fromAddress, isFiltering, items, learn, redo, remember, shownTies, ties, undo, unfold, view } from "./state.js";
import { fillTables } from "./tables.js";

const at = (id) => document.getElementById(id);
const panel = at("panel"), tables = at("tables"), stage = at("network");
page.expands = 40;
let turn = 0;

function tell(text, ...more) {
  at("notice").replaceChildren(text, ...more);
  at("notice").hidden = !text;
}

/** Do something with the server; a failure becomes a sentence, not a dead page. */
async function attempt(work) {
  document.documentElement.dataset.busy = "yes";
  try {
    return await work();
  } catch (error) {
    tell(say("failed", { why: error.message }));
    return null;
  } finally {
    delete document.documentElement.dataset.busy;
  }
}

/** Everything that follows from the view. */
function refresh() {
  paint();
  const { ids, links } = drawable();
  const counts = say("view_counts", { nodes: number(ids.length), links: number(links.length) });
  at("counts").textContent = ids.length ? counts : "";
  const out = isFiltering() ? view.ids.length - ids.length + shownTies().length - links.length : 0;
  at("filtered").textContent = out ? say("hidden_by_filter", { n: number(out) }) : "";
  at("undo").disabled = !view.canUndo;
  at("redo").disabled = !view.canRedo;
  at("start").hidden = view.ids.length > 0;
  const about = view.focus || view.ids[0];
  at("offline").hidden = !about;
  at("offline").href = `/networks/ego?entity=${encodeURIComponent(about ?? "")}&as=html&lang=${page.language}`;
  legend(ids, links);
  slide();
  at("selection").hidden = !scene.selected.size;
  at("selected").textContent = say("selected_n", { n: number(scene.selected.size) });
  if (!tables.hidden) fillTables(tables, choose);
}

function legend(ids, links) {
  const counted = new Map();
  for (const id of ids) counted.set(items.get(id).cls, (counted.get(items.get(id).cls) ?? 0) + 1);
  const rows = [...counted].sort((a, b) => b[1] - a[1]).map(([name, count]) =>
    make("div", { class: "row" }, markOf(name), className(name), make("span", { class: "n" }, number(count))));
  const line = (cls, dashes, text) => make("div", { class: "row" },
    draw("svg", { viewBox: "0 0 30 20", "aria-hidden": "true" }, draw("line", { x1: 0, y1: 10, x2: 30, y2: 10, "stroke-dasharray": dashes, class: cls })), text);
  const layers = [...new Set(links.map((tie) => tie.layer))].sort().map((layer) => line(layer, "none", say(`layer_${layer}`)));
  const kinds = [...new Set(links.map((tie) => tie.line))].filter((kind) => kind !== "solid")
    .map((kind) => line("reference", kind === "dashed" ? "7 5" : "2 5", say(`line_${kind}`)));
  at("key").replaceChildren(...rows, ...layers, ...kinds);
  at("key-box").hidden = !ids.length;
}

/** Add entities beside an anchor; returns how many were new. */
async function add(ids, anchor) {
  const fresh = [...new Set(ids)].filter((id) => !view.ids.includes(id));
  const room = page.most - view.ids.length;
  if (fresh.length > room) tell(say("full", { n: number(page.most) }));
  const taken = fresh.slice(0, Math.max(room, 0));
  if (!taken.length) return 0;
  const answer = await fetchView([...view.ids, ...taken]);
  const isNew = (node) => !view.ids.includes(node.entity);
  const arrived = answer.nodes.filter(isNew).map((node) => node.entity);
  learn(answer);
  settle(arrived, anchor);
  change({ ids: [...view.ids, ...arrived] });
  return arrived.length;
}

/** Open an entity: alone if the canvas is empty, else beside what is there. */
async function show(id) {
  await attempt(async () => {
    if (!view.ids.length) return open({ ids: [], entity: id });
    if (!view.ids.includes(id)) await add([id], scene.chosen ?? view.focus ?? view.ids[0]);
    refresh();
    return choose(id);
  });
}

async function open({ ids, entity }) {
  const answer = await fetchView(ids, entity);
  learn(answer);
  view.focus = entity;
  change({ ids: answer.nodes.map((node) => node.entity) }, false);
  if (answer.missing) tell(say("missing", { n: number(answer.missing) }));
  else if (answer.truncated) tell(say(given.ids.length ? "full" : "opened_part", { n: number(given.ids.length ? page.most : answer.nodes.length - 1) }));
  refresh();
  if (entity) await choose(entity, false);
  fit();
}

const isAlleged = (id) => shownTies().some((tie) => tie.layer === "suspect" && (tie.from === id || tie.to === id));

/** Choose a node or a link, or nothing: light it, show its panel. */
async function choose(id, takesFocus = true) {
  const mine = ++turn;
  scene.chosen = id;
  if (id === null) return dismiss();
  paint();
  // Until the answer is there, the panel still tells of the choice before.
  panel.ariaBusy = "true";
  const tie = ties.get(id);
  const parts = many(id) ?? await attempt(async () => tie ? linkPanel(tie, await fetchLink(id)) : entityPanel(await fetchEntity(id), isAlleged(id)));
  // Another choice overtook this one.
  if (mine !== turn) return;
  panel.ariaBusy = "false";
  if (!parts) return;
  panel.replaceChildren(...parts);
  const wasHidden = panel.hidden;
  panel.hidden = false;
  panel.scrollTop = 0;
  if (wasHidden) resize();
  if (!tie && tables.hidden) reveal(id);
  if (takesFocus) panel.focus({ preventScroll: innerWidth > 900 });
}

/** The panel of a bundle or of parallel links; null for what is one thing. */
function many(id) {
  const members = items.get(id)?.members, parts = ties.get(id)?.parts;
  if (members) {
    return manyPanel(`${members.length} × ${className(items.get(id).cls)}`, {
      unfold: () => { unfold(id); dismiss(); refresh(); },
      rows: members.map((one) => [items.get(one).caption, () => { unfold(id); refresh(); choose(one); }]),
    });
  }
  return parts ? manyPanel(say("parallel_n", { n: number(parts.length) }), { rows: parts.map((one) => [linkName(ties.get(one)), () => choose(one)]) }) : null;
}

function dismiss() {
  scene.chosen = null;
  if (view.pathFrom) tell("");
  view.pathFrom = null;
  view.path = null;
  if (!panel.hidden) {
    panel.hidden = true;
    resize();
    if (tables.hidden) stage.focus({ preventScroll: true });
  }
  paint();
}

async function expand(id, type) {
  await attempt(async () => {
    const { ids } = await fetchAround(id, type);
    const rest = ids.filter((other) => !view.ids.includes(other));
    const count = await add(rest.slice(0, page.expands), id);
    const left = rest.length - count;
    if (!rest.length) tell(say("expanded_none"));
    else if (count && left > 0) tell(say("expanded_part", { n: number(count), rest: number(left) }));
    else if (count) tell(say("expanded", { n: number(count) }));
    refresh();
    if (count) fit();
  });
}

/** Open everything around a node, as far as one step goes. */
async function openAll(id) {
  await attempt(async () => {
    const answer = await fetchView([], id);
    const count = await add(answer.nodes.map((node) => node.entity).slice(0, page.expands + 1), id);
    tell(count ? say("expanded", { n: number(count) }) : say("expanded_none"));
    refresh();
    if (count) fit();
  });
}

async function findPath(goal) {
  const from = view.pathFrom;
  await attempt(async () => {
    const { paths, nodes } = await fetchPaths(from, goal);
    view.pathFrom = null;
    if (!paths.length) return tell(say("path_none"));
    await add(nodes.map((node) => node.entity), from);
    const light = (chosen) => {
      view.path = new Set(chosen.flat());
      for (const [i, button] of buttons.entries()) button.setAttribute("aria-pressed", String(chosen.includes(paths[i])));
      refresh();
      fit();
    };
    const shortest = paths.filter((path) => path.length === paths[0].length);
    const buttons = paths.map((path, i) => make("button", { type: "button", class: "way-choice", on: { click: () => light([path]) } }, say("path_n", { n: number(i + 1), steps: number(path.length - 1) })));
    tell(`${say("path_found", { n: number(shortest.length) })} `, ...buttons);
    light(shortest);
    return null;
  });
}

Object.assign(acts, {
  show, expand, dismiss, findPath, tell,
  startPath(id) {
    view.pathFrom = id;
    tell(say("path_pick"));
    stage.focus();
  },
  pin(id) {
    const pinned = new Set(view.pinned);
    if (!pinned.delete(id)) pinned.add(id);
    change({ pinned });
    refresh();
    choose(id, false);
  },
  hide(gone) {
    change({ ids: view.ids.filter((id) => !gone.includes(id)), pinned: [...view.pinned].filter((id) => !gone.includes(id)) });
    dismiss();
    refresh();
  },
  /** Hide the neighbours that hang on this entity alone. */
  collapse(id) {
    const around = new Map();
    for (const tie of shownTies()) for (const [a, b] of [[tie.from, tie.to], [tie.to, tie.from]]) around.set(a, (around.get(a) ?? new Set()).add(b));
    const leaves = [...(around.get(id) ?? [])].filter((other) => other !== id && !view.pinned.has(other) && [...around.get(other)].every((far) => far === id));
    if (!leaves.length) return tell(say("collapse_none"));
    acts.hide(leaves);
    tell(say("collapsed", { n: number(leaves.length) }));
    return choose(id, false);
  },
  keep(claim) {
    if (!view.evidence.delete(claim)) view.evidence.add(claim);
    remember();
    return view.evidence.has(claim);
  },
});

/** Hide, pin, or keep alone what is selected. */
function act(how) {
  const chosen = [...scene.selected].filter((id) => view.ids.includes(id));
  scene.selected.clear();
  if (how === "hide") acts.hide(chosen);
  if (how === "only") acts.hide(view.ids.filter((id) => !chosen.includes(id)));
  if (how === "pin") change({ pinned: new Set([...view.pinned, ...chosen]) });
  refresh();
}

const months = (day) => day.slice(0, 4) * 12 + (day.slice(5, 7) - 1);
const dayOf = (month) => new Date(Date.UTC(Math.floor(month / 12), (month % 12) + 1, 0)).toISOString().slice(0, 10);

/** Stretch the slider over what is shown. */
function slide() {
  const days = shownTies().flatMap((tie) => tie.days).filter(Boolean).map(months);
  at("slider").disabled = !days.length;
  if (!days.length) return;
  const most = Math.max(...days);
  Object.assign(at("slider"), { min: Math.min(...days), max: most });
  at("slider").value = view.until ? months(view.until) : most;
  at("slider").setAttribute("aria-valuetext", view.until || say("whole_time"));
}

async function saveAll(key) {
  const name = at("save-name").value.trim();
  if (!name) return at("save-name").focus();
  remember();
  await attempt(async () => {
    const saved = await keep(name, location.hash.slice(1), key);
    page.saved = saved.key;
    at("save-again").hidden = false;
    tell(`${say("saved", { name })} `, make("a", { href: `/investigations/${saved.key}` }, say("see_saved")));
    at("saving").open = false;
  });
}

async function tidy() {
  await attempt(async () => {
    const { nodes } = await fetchView(view.ids, view.focus);
    for (const node of nodes) {
      if (!view.pinned.has(node.entity)) Object.assign(items.get(node.entity), { x: node.x, y: node.y });
    }
    refresh();
    fit();
  });
}

async function travel(step) {
  if (!step()) return;
  tell("");
  if (scene.chosen && !view.ids.includes(scene.chosen)) dismiss();
  refresh();
}

function point(id) {
  scene.hovered = id;
  at("tip").hidden = id === null;
  if (id === null) return;
  const { x, y } = placeOf(id);
  at("tip").replaceChildren(items.get(id).caption, make("small", {}, className(items.get(id).cls)));
  at("tip").setAttribute("dir", "auto");
  Object.assign(at("tip").style, { left: `${Math.max(0, Math.min(x + 16, stage.clientWidth - 240))}px`, top: `${Math.max(0, Math.min(y + 20, stage.clientHeight - 60))}px` });
}

function asTable(isTable) {
  at("stage").hidden = isTable;
  tables.hidden = !isTable;
  at("as-picture").setAttribute("aria-pressed", String(!isTable));
  at("as-table").setAttribute("aria-pressed", String(isTable));
  if (isTable) fillTables(tables, choose);
  else resize();
}

async function share() {
  remember();
  try {
    await navigator.clipboard.writeText(location.href);
    tell(say("shared"));
  } catch {
    tell(say("share_failed"));
  }
}

const ARROWS = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] };
stage.addEventListener("keydown", (event) => {
  const here = scene.hovered ?? (items.has(scene.chosen) ? scene.chosen : null) ?? (view.focus || view.ids[0]);
  if (!here || event.ctrlKey || event.metaKey) return;
  if (event.key in ARROWS) {
    event.preventDefault();
    point(scene.hovered === null ? here : toward(here, ...ARROWS[event.key]) ?? here);
    reveal(scene.hovered);
    paint();
  } else if (event.key === "Enter") choose(here);
  else if (event.key === "h" || event.key === "Delete") acts.hide([here]);
  else if (event.key === "s") { toggle(here); refresh(); }
  else if (event.key === "p") acts.pin(here);
  else if (event.key === "+" || event.key === "=") zoomBy(1.3);
  else if (event.key === "-") zoomBy(1 / 1.3);
  else if (event.key === "0") fit();
});

addEventListener("keydown", (event) => {
  const menu = document.querySelector("details.menu[open]");
  if (event.key === "Escape" && menu) { menu.open = false; menu.firstElementChild.focus(); }
  else if (event.key === "Escape" && !event.defaultPrevented) dismiss();
  if (!(event.ctrlKey || event.metaKey) || event.target.closest("input")) return;
  const key = event.key.toLowerCase();
  if (key !== "z" && key !== "y") return;
  event.preventDefault();
  travel(key === "y" || event.shiftKey ? redo : undo);
});

const clicks = {
  save: () => saveAll(""), "save-again": () => saveAll(page.saved), png: () => picture((blob) => give(blob, "png"), document.querySelector(".foot .rule")?.textContent),
  lasso: (event) => {
    const isOn = event.currentTarget.getAttribute("aria-pressed") !== "true", button = event.currentTarget;
    button.setAttribute("aria-pressed", String(isOn));
    if (isOn) tell(say("lasso_hint"));
    lasso(isOn, () => { button.setAttribute("aria-pressed", "false"); lasso(false); tell(""); refresh(); });
  },
  "select-hide": () => act("hide"), "select-only": () => act("only"), "select-pin": () => act("pin"), "select-none": () => act(""),
  undo: () => travel(undo), redo: () => travel(redo), tidy, share, fit, "zoom-in": () => zoomBy(1.3), "zoom-out": () => zoomBy(1 / 1.3),
  "as-picture": () => asTable(false), "as-table": () => asTable(true),
  reset: () => {
    for (const box of document.querySelectorAll("input[name=layer]")) box.checked = true;
    at("since").value = at("until").value = "";
    filter();
  },
};
for (const [id, act] of Object.entries(clicks)) at(id).addEventListener("click", act);
for (const button of document.querySelectorAll("[data-form]")) {
  button.addEventListener("click", () => attempt(() => save(button.dataset.form, drawable().ids.flatMap((id) => items.get(id).members ?? [id]))));
}

at("slider").addEventListener("input", () => { at("until").value = at("slider").value === at("slider").max ? "" : dayOf(Number(at("slider").value)); filter(); });
for (const name of ["size", "color"]) at(`by-${name}`).addEventListener("change", () => { scene[name] = at(`by-${name}`).value; refresh(); });
for (const box of document.querySelectorAll("input[name=fold]")) {
  box.addEventListener("change", () => { if (!view.folded.delete(box.value)) view.folded.add(box.value); remember(); refresh(); });
}

function filter() {
  view.layers = new Set([...document.querySelectorAll("input[name=layer]:checked")].map((box) => box.value));
  view.since = at("since").value;
  view.until = at("until").value;
  remember();
  refresh();
}
at("filters").addEventListener("change", filter);
document.addEventListener("click", (event) => {
  for (const menu of document.querySelectorAll("details.menu[open]")) if (!menu.contains(event.target)) menu.open = false;
});
document.addEventListener("entity", (event) => {
  event.preventDefault();
  event.target.value = "";
  if (view.pathFrom) findPath(event.detail.id); else show(event.detail.id);
});

start({
  choose: (id) => (id && view.pathFrom && items.has(id) && id !== view.pathFrom ? findPath(id) : choose(id)),
  open: openAll, point, move: remember,
});
const given = fromAddress();
for (const box of document.querySelectorAll("input[name=layer]")) box.checked = view.layers.has(box.value);
for (const box of document.querySelectorAll("input[name=fold]")) box.checked = view.folded.has(box.value);
at("since").value = view.since;
at("until").value = view.until;
at("key-box").open = innerWidth >= 1500;
if (given.ids.length || given.entity) await attempt(() => open(given));
else refresh();
document.documentElement.dataset.ready = "yes";
