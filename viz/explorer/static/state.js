// What is on the canvas: entities, pins, what was hidden; undo and redo; the address.

/**
 * @typedef {object} Item An entity as the server draws it.
 * @property {string} entity @property {string} cls @property {string} caption
 * @property {string[]} lines @property {number} x @property {number} y @property {number} size
 * @property {number} rank @property {boolean} prominent @property {boolean} focus
 * @property {boolean} conflict @property {(string|null)[]} days
 *
 * @typedef {object} Tie A relationship as the server draws it.
 * @property {string} relationship @property {string} type @property {string} from
 * @property {string} to @property {string[]} label @property {string} modality
 * @property {string} line @property {string} layer @property {number} bend
 * @property {number|null} support @property {(string|null)[]} days
 */

/** @type {Map<string, Item>} */
export const items = new Map();
/** @type {Map<string, Tie>} */
export const ties = new Map();

const undone = [], done = [];
let ids = [];
let pinned = new Set();
const opened = new Set();

export const view = {
  focus: "",
  /** Ids of nodes and links of a path that is lit; null for none. */
  path: null,
  layers: new Set(["reference", "enforcement", "suspect"]),
  since: "",
  until: "",
  /** Ids of claims that are pinned as evidence. */
  evidence: new Set(),
  /** What is put together: "leaves" and "parallel". */
  folded: new Set(),
  get ids() { return ids; },
  get pinned() { return pinned; },
  get canUndo() { return done.length > 0; },
  get canRedo() { return undone.length > 0; },
};

/** Learn what the server sent. @param {{nodes: Item[], links: Tie[]}} answer */
export function learn({ nodes, links }) {
  for (const node of nodes) {
    const known = items.get(node.entity);
    items.set(node.entity, known ? { ...node, x: known.x, y: known.y } : node);
  }
  for (const link of links) ties.set(link.relationship, link);
}

/** Change what is shown; `isStep` false for what is not worth undoing. */
export function change({ ids: nextIds = ids, pinned: nextPinned = pinned }, isStep = true) {
  if (isStep) {
    done.push({ ids, pinned });
    undone.length = 0;
  }
  [ids, pinned] = [[...new Set(nextIds)], new Set(nextPinned)];
  write();
}

function step(from, to) {
  const state = from.pop();
  if (!state) return false;
  to.push({ ids, pinned });
  ({ ids, pinned } = state);
  view.path = null;
  write();
  return true;
}
export const undo = () => step(done, undone);
export const redo = () => step(undone, done);

/** Links between shown entities. */
export function shownTies() {
  const shown = new Set(ids);
  return [...ties.values()].filter((tie) => !tie.parts && shown.has(tie.from) && shown.has(tie.to));
}

/** Whether layers and days let a link through; what has no date stays. @param {Tie} tie */
export function passes(tie) {
  const [first, last] = tie.days;
  if (!view.layers.has(tie.layer)) return false;
  if (view.since && last && last < view.since) return false;
  return !(view.until && first && first > view.until);
}

export const isFiltering = () => view.layers.size < 3 || Boolean(view.since || view.until);

function filtered() {
  const links = shownTies().filter(passes);
  if (!isFiltering()) return { ids, links };
  const touched = new Set(links.flatMap((tie) => [tie.from, tie.to]));
  return { ids: ids.filter((id) => touched.has(id) || id === view.focus || pinned.has(id)), links };
}

/** Ids and links that are to be drawn: after the filter, put together where asked. */
export function drawable() {
  let found = filtered();
  if (view.folded.has("leaves")) found = bundled(found);
  return view.folded.has("parallel") ? { ids: found.ids, links: merged(found.links) } : found;
}

const LEAST = 4;
export const unfold = (bundle) => opened.add(bundle);

/** Alike leaves around one node become one mark, which is not an entity. */
function bundled({ ids: all, links }) {
  const around = new Map(all.map((id) => [id, []]));
  for (const tie of links) for (const id of [tie.from, tie.to]) around.get(id).push(tie);
  const groups = new Map();
  for (const [id, touching] of around) {
    const hubs = new Set(touching.flatMap((tie) => [tie.from, tie.to]));
    if (hubs.size !== 2 || id === view.focus || pinned.has(id)) continue;
    hubs.delete(id);
    const [hub] = hubs, key = `bundle ${hub} ${items.get(id).cls} ${touching[0].type}`;
    if (around.get(hub).length > touching.length && !opened.has(key)) groups.set(key, [...(groups.get(key) ?? []), [id, hub, touching]]);
  }
  const gone = new Set(), marks = [], lines = [];
  for (const [key, members] of groups) {
    if (members.length < LEAST) continue;
    const [first, hub, [tie]] = members[0], mean = (axis) => members.reduce((sum, [id]) => sum + items.get(id)[axis], 0) / members.length;
    for (const [id] of members) gone.add(id);
    const known = items.get(key), at = known ?? { x: mean("x"), y: mean("y") }, mark = items.get(first);
    items.set(key, { ...mark, entity: key, caption: `${members.length} ×`, lines: [`${members.length} ×`], x: at.x, y: at.y,
      size: 12 + 2 * Math.sqrt(members.length), rank: 500, prominent: true, focus: false, conflict: false, members: members.map(([id]) => id) });
    const swap = (id) => (id === hub ? hub : key);
    const line = { ...tie, relationship: `line ${key}`, from: swap(tie.from), to: swap(tie.to), bend: 0, support: members.length, parts: members.flatMap(([, , touching]) => touching.map((one) => one.relationship)) };
    ties.set(line.relationship, line);
    marks.push(key);
    lines.push(line);
  }
  return { ids: [...all.filter((id) => !gone.has(id)), ...marks], links: [...links.filter((tie) => !gone.has(tie.from) && !gone.has(tie.to)), ...lines] };
}

/** Links between the same two become one, as thick as there are many. */
function merged(links) {
  const pairs = Map.groupBy(links, (tie) => [tie.from, tie.to].sort().join(" "));
  return [...pairs].map(([pair, [tie, ...more]]) => {
    if (!more.length) return tie;
    const line = { ...tie, relationship: `pair ${pair}`, bend: 0, label: tie.label.map((text) => `${text} +${more.length}`),
      line: [tie, ...more].every((one) => one.line !== "solid") ? tie.line : "solid", layer: [tie, ...more].find((one) => one.layer === "suspect")?.layer ?? tie.layer,
      support: 1 + more.length, parts: [tie, ...more].map((one) => one.relationship) };
    ties.set(line.relationship, line);
    return line;
  });
}

function write() {
  const parts = new URLSearchParams();
  if (ids.length) parts.set("n", ids.join(","));
  if (pinned.size) parts.set("p", [...pinned].join(","));
  if (view.layers.size < 3) parts.set("l", [...view.layers].join(","));
  if (view.since) parts.set("s", view.since);
  if (view.until) parts.set("u", view.until);
  if (view.evidence.size) parts.set("e", [...view.evidence].join(","));
  if (view.folded.size) parts.set("g", [...view.folded].join(","));
  const hash = decodeURIComponent(parts.toString());
  history.replaceState(null, "", `${location.pathname}${location.search}${hash ? `#${hash}` : ""}`);
}
export { write as remember };

/** Read the view that an address holds. */
export function fromAddress() {
  const parts = new URLSearchParams(location.hash.slice(1));
  const list = (key) => (parts.get(key) ?? "").split(",").filter(Boolean);
  if (parts.has("l")) view.layers = new Set(list("l"));
  view.since = parts.get("s") ?? "";
  view.until = parts.get("u") ?? "";
  pinned = new Set(list("p"));
  view.evidence = new Set(list("e"));
  view.folded = new Set(list("g"));
  return { ids: list("n"), entity: new URLSearchParams(location.search).get("entity") ?? "" };
}
