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

export const view = {
  focus: "",
  /** Ids of nodes and links of a path that is lit; null for none. */
  path: null,
  layers: new Set(["reference", "enforcement", "suspect"]),
  since: "",
  until: "",
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
  return [...ties.values()].filter((tie) => shown.has(tie.from) && shown.has(tie.to));
}

/** Whether layers and days let a link through; what has no date stays. @param {Tie} tie */
export function passes(tie) {
  const [first, last] = tie.days;
  if (!view.layers.has(tie.layer)) return false;
  if (view.since && last && last < view.since) return false;
  return !(view.until && first && first > view.until);
}

export const isFiltering = () => view.layers.size < 3 || Boolean(view.since || view.until);

/** Ids and links that are to be drawn, after the filter. */
export function drawable() {
  const links = shownTies().filter(passes);
  if (!isFiltering()) return { ids, links };
  const touched = new Set(links.flatMap((tie) => [tie.from, tie.to]));
  return { ids: ids.filter((id) => touched.has(id) || id === view.focus || pinned.has(id)), links };
}

function write() {
  const parts = new URLSearchParams();
  if (ids.length) parts.set("n", ids.join(","));
  if (pinned.size) parts.set("p", [...pinned].join(","));
  if (view.layers.size < 3) parts.set("l", [...view.layers].join(","));
  if (view.since) parts.set("s", view.since);
  if (view.until) parts.set("u", view.until);
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
  return { ids: list("n"), entity: new URLSearchParams(location.search).get("entity") ?? "" };
}
