// Measures of what is seen, shown as size and colour.
import { items } from "./state.js";

/** Links of each, in the view. */
function degree({ links }) {
  const found = new Map();
  for (const tie of links) for (const id of [tie.from, tie.to]) found.set(id, (found.get(id) ?? 0) + (tie.parts?.length ?? 1));
  return found;
}

/** Betweenness in the view: U. Brandes (2001), J. Math. Sociol. 25(2): 163-177. */
function between({ ids, links }) {
  const near = new Map(ids.map((id) => [id, new Set()])), found = new Map();
  for (const tie of links) if (tie.from !== tie.to) near.get(tie.from).add(tie.to), near.get(tie.to).add(tie.from);
  // Of large views a sample of starts is enough to rank by.
  const step = Math.ceil(ids.length / 400);
  for (const start of ids.filter((_, i) => i % step === 0)) {
    const far = new Map([[start, 0]]), ways = new Map([[start, 1]]), before = new Map(), order = [start], share = new Map();
    for (const id of order) for (const other of near.get(id)) {
      if (!far.has(other)) far.set(other, far.get(id) + 1), order.push(other);
      if (far.get(other) === far.get(id) + 1) ways.set(other, (ways.get(other) ?? 0) + ways.get(id)), before.set(other, [...(before.get(other) ?? []), id]);
    }
    for (const id of order.reverse()) {
      for (const other of before.get(id) ?? []) share.set(other, (share.get(other) ?? 0) + (ways.get(other) / ways.get(id)) * (1 + (share.get(id) ?? 0)));
      if (id !== start) found.set(id, (found.get(id) ?? 0) + (share.get(id) ?? 0) / 2);
    }
  }
  return found;
}

const support = ({ ids }) => new Map(ids.map((id) => [id, items.get(id).support ?? 1]));
const MEASURES = { degree, between, support };
const HEAT = ["#fde68a", "#fbbf24", "#f59e0b", "#c2410c", "#7f1d1d"];

/** Functions from id to size and to colour; null where classes decide. */
export function measured(shown, { size, color }) {
  const scale = (name) => {
    const values = MEASURES[name](shown), most = Math.max(1e-9, ...values.values());
    return (id) => (values.get(id) ?? 0) / most;
  };
  const sized = size && scale(size), tinted = color && scale(color);
  return [
    sized ? (id) => 8 + 20 * Math.sqrt(sized(id)) : null,
    tinted ? (id) => { const step = Math.min(4, Math.floor(tinted(id) * 5)); return { color: HEAT[step], ink: step < 3 ? "#0f172a" : "#ffffff" }; } : null,
  ];
}
