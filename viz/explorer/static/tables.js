// The same view as a table: links with their kind, time and support, then entities.
import { className, make, number, say, term } from "./picture.js";
import { linkName } from "./canvas.js";
import { drawable, items } from "./state.js";

function period([first, last]) {
  if (!first && !last) return "";
  return first === last ? first : `${first ?? "…"} – ${last ?? "…"}`;
}

const go = (text, act) => make("button", { type: "button", class: "go", dir: "auto", on: { click: act } }, text);

function tableOf(title, heads, rows) {
  const head = make("tr", {}, ...heads.map((text) => make("th", { scope: "col" }, text)));
  return make("table", {}, make("caption", {}, title), make("thead", {}, head), make("tbody", {}, ...rows));
}

/** Fill the tables; `choose` opens the panel. @param {HTMLElement} box */
export function fillTables(box, choose) {
  const { ids, links } = drawable();
  const degree = new Map();
  for (const { from, to } of links) for (const id of [from, to]) degree.set(id, (degree.get(id) ?? 0) + 1);
  const linkRows = links.map((tie) => make("tr", {},
    make("td", { dir: "auto" }, items.get(tie.from).caption),
    make("td", {}, go(linkName(tie), () => choose(tie.relationship)), make("div", { class: "soft" }, term("modalities", tie.modality))),
    make("td", { dir: "auto" }, items.get(tie.to).caption),
    make("td", { class: "when" }, period(tie.days)),
    make("td", {}, tie.support == null ? "" : number(tie.support))));
  const nodeRows = ids.map((id) => make("tr", {},
    make("td", {}, go(items.get(id).caption, () => choose(id))), make("td", {}, className(items.get(id).cls)),
    make("td", {}, number(degree.get(id) ?? 0)), make("td", {}, items.get(id).conflict ? say("mark_conflict") : "")));
  box.replaceChildren(
    tableOf(say("links"), [say("from"), say("relationship"), say("to"), say("period"), say("support")], linkRows),
    tableOf(say("entities"), [say("entities"), say("kind"), say("links"), ""], nodeRows));
}
