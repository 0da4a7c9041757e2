// The panel: an entity or a link, with facts, disagreements, and where each is said.
import { className, make, markOf, number, page, say, term } from "./picture.js";
import { linkName } from "./canvas.js";
import { items, view } from "./state.js";

/**
 * @typedef {object} Citation
 * @property {string} title @property {string|null} publisher @property {string|null} published
 * @property {string|null} href @property {string|null} quote @property {string|null} locator
 * @property {string[]} said_by @property {string|null} original @property {string} modality
 * @property {string} reliability @property {number} credibility
 *
 * @typedef {object} Fact
 * @property {string} property @property {string} label @property {string} shown
 * @property {string|null} entity @property {boolean} conflicting @property {boolean} picked
 * @property {Citation[]} citations
 */

/** What buttons of the panel do; explore.js fills it in. */
export const acts = {};

const button = (text, act, attributes = {}) => make("button", { type: "button", ...attributes, on: { click: act } }, text);
export const pageOf = (id) => `/e/${encodeURIComponent(id).replace("%3A", ":")}`;

/** @param {Citation} c */
function cited(c) {
  const title = c.href
    ? make("a", { href: c.href, target: "_blank", rel: "noopener noreferrer nofollow", title: say("open_source") }, c.title)
    : c.title;
  const grade = `${c.reliability}${c.credibility}`;
  return make("div", { class: "cite" },
    c.quote ? make("q", { dir: "auto" }, c.quote) : null,
    c.said_by.length ? make("div", { class: "by" }, `${say("said_by")} ${c.said_by.join(" → ")}`) : null,
    c.original ? make("div", { class: "by" }, `${say("printed_as")}: ${c.original}`) : null,
    make("div", { dir: "auto" }, title),
    make("div", { class: "by" }, `${c.publisher ?? say("unknown_publisher")}, ${c.published ?? say("undated")}`),
    c.locator ? make("div", { class: "by" }, `${say("locator")}: ${c.locator}`) : null,
    c.start == null ? null : make("div", { class: "by" }, make("a", { href: `${pageOf(c.document)}#c-${c.claim}` }, say("in_document"))),
    button(say(view.evidence.has(c.claim) ? "evidence_drop" : "evidence_keep"), (event) => {
      event.target.textContent = say(acts.keep(c.claim) ? "evidence_drop" : "evidence_keep");
    }, { class: "keep" }),
    make("div", { class: "by", title: `${term("reliabilities", c.reliability)}, ${term("credibilities", String(c.credibility))}` },
      `${term("modalities", c.modality)} · ${say("grading")} ${grade}`));
}

/** Citations, folded, and built when opened: there may be hundreds. @param {Citation[]} citations */
function folded(citations, isOpen = false) {
  const origins = Map.groupBy(citations, (c) => c.origin);
  const told = `${citations.length === 1 ? say("sources_1") : `${number(citations.length)} ${say("sources")}`}${origins.size < citations.length ? ` · ${say("origins_n", { n: number(origins.size) })}` : ""}`;
  const details = make("details", { class: "cites" }, make("summary", {}, told));
  // Copies of one release stand together and count once.
  const fill = () => { if (details.open && details.children.length === 1) details.append(...[...origins.values()].flatMap((group) => (group.length > 1
    ? [make("div", { class: "origin" }, make("div", { class: "by" }, say("one_origin", { n: number(group.length) })), ...group.map(cited))] : group.map(cited)))); };
  details.addEventListener("toggle", fill);
  details.open = isOpen;
  return details;
}

/** @param {Fact} fact */
function valueOf(fact) {
  return fact.entity
    ? button(fact.shown, () => acts.show(fact.entity), { class: "go", dir: "auto" })
    : make("span", { dir: "auto" }, fact.shown);
}

/** @param {Fact[]} facts */
function factList(facts) {
  const groups = new Map();
  for (const fact of facts) groups.set(fact.property, [...(groups.get(fact.property) ?? []), fact]);
  return [...groups.values()].map((group) => make("div", { class: "fact" },
    make("div", { class: "what" }, group[0].label),
    group[0].conflicting && group.length > 1 ? sides(group) : make("div", {}, ...group.flatMap((fact) => [
      make("div", { class: "value" }, valueOf(fact)),
      fact.property === "stage" ? make("div", { class: "soft" }, say("stage_note")) : "",
      folded(fact.citations),
    ]))));
}

/** Disagreeing values beside each other. @param {Fact[]} group */
function sides(group) {
  const columns = group.map((fact) => make("div", { class: fact.picked ? "side-claim picked" : "side-claim" },
    make("div", { class: "value" }, valueOf(fact)), make("span", { class: "badge" }, say(fact.picked ? "picked" : "not_picked")), folded(fact.citations)));
  return make("div", {}, make("div", { class: "soft" }, say("conflict")), make("div", { class: "sides" }, ...columns));
}

function top(title, kind, cls) {
  return make("div", { class: "top" }, cls ? markOf(cls) : null,
    make("div", {}, make("h2", { id: "panel-title", dir: "auto" }, title), make("div", { class: "kind" }, kind)),
    button("✕", () => acts.dismiss(), { class: "close quiet", "aria-label": say("close") }));
}

function grow(entity, types) {
  if (!types.length) return [make("p", { class: "soft" }, say("expand_none"))];
  const buttons = types.map(([type, label, count]) => make("li", {},
    make("button", { type: "button", "data-type": type, on: { click: () => acts.expand(entity, type) } }, label, make("b", {}, number(count)))));
  return [make("ul", { class: "grow" }, ...buttons), make("p", { class: "soft" }, say("expand_hint", { n: page.expands }))];
}

function pathAct(entity) {
  if (!view.pathFrom || view.pathFrom === entity) return button(say("path_from"), () => acts.startPath(entity), { id: "path-from" });
  const name = items.get(view.pathFrom)?.caption ?? view.pathFrom;
  return button(say("path_to", { name }), () => acts.findPath(entity), { id: "path-to", class: "primary" });
}

/** Licences and legal stages, in time. @param {{who: string, entity: string, label: string, start: string, end: string|null, told: boolean}[]} line */
function inTime(line, here) {
  if (!line.length) return "";
  const rows = line.map((one) => make("li", {}, make("b", {}, `${one.told ? "≤ " : ""}${one.start}${one.end && one.end !== one.start ? ` – ${one.end}` : ""}`), ` ${one.label}`,
    one.entity === here ? "" : make("div", {}, button(one.who, () => acts.show(one.entity), { class: "go", dir: "auto" }))));
  return make("section", { class: "in-time" }, make("h3", {}, say("in_time")), make("p", { class: "soft" }, say("stage_note")), make("ul", {}, ...rows),
    make("a", { href: `/timeline?entity=${encodeURIComponent(here)}` }, say("see_timeline")));
}

/** The evidence pack, which takes the server a few seconds. */
function reports(entity) {
  const forms = ["pdf", "docx", "zip"].map((form) => make("a", { class: "button", download: "", href: `/v1/reports/${encodeURIComponent(entity)}?format=${form}&lang=${page.language}`, on: { click: () => acts.tell(say("report_wait")) } }, form.toUpperCase()));
  return make("div", { class: "pack acts", role: "group", "aria-label": say("report") }, make("span", {}, say("report")), ...forms);
}

/** The panel of what stands for several: a bundle of leaves, or parallel links. */
export function manyPanel(title, parts) {
  return [top(title, say("many_note"), null), parts.unfold ? make("div", { class: "acts" }, button(say("unfold"), parts.unfold, { id: "unfold" })) : "",
    make("ul", { class: "many" }, ...parts.rows.map(([text, act]) => make("li", {}, button(text, act, { class: "go", dir: "auto" }))))].filter(Boolean);
}

/** The panel of an entity. @param {{entity: string, cls: string, caption: string, facts: Fact[], types: [string, string, number][]}} told */
export function entityPanel(told, isAlleged) {
  const { entity } = told, isPinned = view.pinned.has(entity);
  const isConflicting = told.facts.some((fact) => fact.conflicting);
  return [
    top(told.caption, className(told.cls), told.cls),
    isAlleged ? make("p", { class: "note" }, `${say("presumption_short")} ${say("presumption")}`) : "",
    isConflicting ? make("p", { class: "note" }, say("conflicts_lead")) : "",
    make("div", { class: "acts" },
      pathAct(entity),
      button(say(isPinned ? "unpin" : "pin"), () => acts.pin(entity), { id: "pin", "aria-pressed": String(isPinned) }),
      button(say("hide"), () => acts.hide([entity]), { id: "hide" }),
      button(say("collapse"), () => acts.collapse(entity), { id: "collapse" }),
      make("a", { class: "button", href: pageOf(entity) }, say("page_of"))),
    page.reports ? reports(entity) : "",
    make("h3", {}, say("expand")), ...grow(entity, told.types),
    inTime(told.line, entity),
    told.facts.length ? make("h3", {}, say("facts")) : "",
    ...factList(told.facts),
  ].filter(Boolean);
}

/** The panel of a link. @param {{facts: Fact[], citations: Citation[], support: number|null}} told */
export function linkPanel(tie, told) {
  const end = (id) => button(items.get(id).caption, () => acts.show(id), { dir: "auto" });
  return [
    top(linkName(tie), `${term("modalities", tie.modality)} · ${say(`layer_${tie.layer}`)}`, null),
    tie.layer === "suspect" ? make("p", { class: "note" }, `${say("presumption_short")} ${say("presumption")}`) : "",
    make("p", { class: "way" }, end(tie.from), " → ", linkName(tie), " → ", end(tie.to)),
    make("p", { class: "soft" }, `${say("support")}: ${told.support ?? "–"} · ${say("confidence")}: ${told.confidence ?? "–"}`),
    told.facts.length ? make("h3", {}, say("facts")) : "",
    ...factList(told.facts),
    make("h3", {}, say("evidence")),
    told.citations.length ? "" : make("p", { class: "soft" }, say("no_evidence")),
    ...told.citations.slice(0, 4).map(cited),
    told.citations.length > 4 ? folded(told.citations.slice(4)) : "",
  ].filter(Boolean);
}
