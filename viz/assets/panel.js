// The panel: one entity or one link, with what sources say about it and where.

const panel = document.getElementById("panel");
const FIRST_CITATIONS = 1;

function cited(index) {
  const claim = page.claims[index];
  const source = page.documents[claim[CLAIM.document]];
  const box = make("div", { class: "cite" });
  if (claim[CLAIM.quote]) box.append(make("q", { dir: "auto" }, claim[CLAIM.quote]));
  if (claim[CLAIM.saidBy].length) box.append(make("div", { class: "by" }, `${say("said_by")} ${claim[CLAIM.saidBy].join(" → ")}`));
  if (claim[CLAIM.original]) box.append(make("div", { class: "by" }, `${say("printed_as")}: ${claim[CLAIM.original]}`));
  box.append(...documented(source));
  if (claim[CLAIM.locator]) box.append(make("div", { class: "by" }, `${say("locator")}: ${claim[CLAIM.locator]}`));
  box.append(make("div", { class: "by" }, `${term("modalities", claim[CLAIM.modality])} · ${say("grading")} ${graded(source, claim)}`));
  return box;
}

function graded(source, claim) {
  const grade = `${source[DOCUMENT.grade]}${claim[CLAIM.credibility]}`;
  return `${grade}: ${term("reliabilities", source[DOCUMENT.grade])}, ${term("credibilities", String(claim[CLAIM.credibility]))}`;
}

function documented(row) {
  const address = row[DOCUMENT.address];
  return [
    make("div", { dir: "auto" }, addressOf(row, row[DOCUMENT.title])),
    make("div", { class: "by" }, sourceLine(row)),
    address ? make("span", { class: "addr" }, address[0]) : null,
  ].filter(Boolean);
}

/** Citations, the first open, the others folded. */
function evidence(indices, isOpen) {
  if (!indices.length) return [make("p", { class: "soft" }, say("no_evidence"))];
  const shown = indices.slice(0, isOpen ? 3 : 0), folded = indices.slice(isOpen ? 3 : 0);
  const parts = shown.map(cited);
  if (folded.length) parts.push(foldedCitations(folded));
  return parts;
}

function foldedCitations(indices) {
  const summary = make("summary", {}, `${number(indices.length)} ${say("sources")}`);
  const details = make("details", { class: "cites" }, summary);
  // Built when opened: an entity may have hundreds of citations.
  details.addEventListener("toggle", () => {
    if (details.open && details.children.length === 1) details.append(...indices.map(cited));
  });
  return details;
}

function factOf(row, position, rows) {
  const isRepeated = rows[position - 1]?.[FACT.property] === row[FACT.property];
  const label = isRepeated ? null : make("div", { class: "what" }, own(page.properties, row[FACT.property])?.[side()] ?? row[FACT.property]);
  const value = language === "en" && row[FACT.en] !== null ? row[FACT.en] : row[FACT.id];
  const there = row[FACT.entity] === null ? undefined : entityIndex.get(row[FACT.entity]);
  const shown = there === undefined
    ? make("span", { class: "value", dir: "auto" }, value)
    : make("button", { type: "button", class: "go value", on: { click: () => choose("node", there) } }, value);
  const box = make("div", { class: row[FACT.state] === NOT_PICKED ? "fact unpicked" : "fact" }, label, shown);
  if (row[FACT.state]) box.append(make("span", { class: "badge" }, `${say("conflict")}: ${say(row[FACT.state] === PICKED ? "picked" : "not_picked")}`));
  if (row[FACT.claims].length) box.append(foldedCitations(row[FACT.claims]));
  return box;
}

const factsOf = (entity) => own(page.facts, entity) ?? [];

function brief(pairs) {
  const list = make("dl", { class: "brief" });
  for (const [label, value] of pairs) if (value !== null && value !== undefined && value !== "") list.append(make("dt", {}, label), make("dd", {}, value));
  return list;
}

function period([first, last]) {
  if (!first && !last) return null;
  return first === last ? first : `${first ?? "…"} – ${last ?? "…"}`;
}

function common(item) {
  return [
    [say("support"), item.support == null ? null : number(item.support)],
    [say("confidence"), item.confidence == null ? null : number(item.confidence)],
    [say("period"), period(item.days)],
  ];
}

function top(title, kind, mark) {
  const close = make("button", { type: "button", class: "close quiet", "aria-label": say("close"), on: { click: dismiss } }, "✕");
  return make("div", { class: "top" }, mark, make("div", {}, make("h2", { id: "panel-title", dir: "auto" }, title), make("div", { class: "kind" }, kind)), close);
}

function nodePanel(node) {
  const isAlleged = ties[node.id].some((id) => links[id].layer === "suspect");
  const facts = factsOf(node.entity), source = own(page.sources, node.entity);
  const parts = [
    top(node.caption, className(node.cls), markOf(node.cls)),
    isAlleged ? make("p", { class: "note" }, say("presumption")) : null,
    node.conflict ? make("p", { class: "note" }, say("mark_conflict")) : null,
    brief([...common(node), [say("identifier"), node.entity]]),
    source === undefined ? null : make("h3", {}, say("source_document")),
    ...(source === undefined ? [] : documented(page.documents[source])),
    facts.length ? make("h3", {}, say("facts")) : null,
    ...facts.map(factOf),
    make("h3", {}, `${say("links")} · ${number(ties[node.id].length)}`),
    tieList(node),
  ];
  return parts.filter(Boolean);
}

function tieList(node) {
  const list = make("ul", { class: "ties" });
  for (const id of ties[node.id]) {
    const link = links[id], isOutgoing = link.from === node.id;
    const other = nodes[isOutgoing ? link.to : link.from];
    list.append(make("li", {},
      make("button", { type: "button", class: "go", on: { click: () => choose("link", id) } }, `${isOutgoing ? "→" : "←"} ${wordedLink(link)}`),
      " ", other.caption));
  }
  return list;
}

function linkPanel(link) {
  const [from, to] = [nodes[link.from], nodes[link.to]];
  const facts = link.relation ? factsOf(link.relation) : [];
  const end = (node) => make("button", { type: "button", on: { click: () => choose("node", node.id) } }, node.caption);
  return [
    top(linkName(link), `${term("modalities", link.modality)} · ${say(`layer_${link.layer}`)}`, null),
    link.layer === "suspect" ? make("p", { class: "note" }, `${say("presumption_short")} ${say("presumption")}`) : null,
    make("p", { class: "way" }, end(from), " → ", linkName(link), " → ", end(to)),
    brief([[say("modality"), term("modalities", link.modality)], ...common(link)]),
    facts.length ? make("h3", {}, say("facts")) : null,
    ...facts.map(factOf),
    make("h3", {}, say("evidence")),
    ...evidence(own(page.links, link.relationship) ?? [], true),
  ].filter(Boolean);
}

/** Choose a node or link: light it, show its panel. */
function choose(kind, id, { isMoving = true, takesFocus = true } = {}) {
  scene.chosen = { kind, id };
  panel.replaceChildren(...(kind === "node" ? nodePanel(nodes[id]) : linkPanel(links[id])));
  panel.hidden = false;
  panel.scrollTop = 0;
  network.setSize("100%", "100%");
  if (isMoving && kind === "node") show(id);
  repaint();
  if (takesFocus) panel.focus({ preventScroll: window.innerWidth > 900 });
}

function dismiss() {
  scene.chosen = null;
  panel.hidden = true;
  repaint();
  if (!document.getElementById("stage").hidden) stage.focus({ preventScroll: true });
}
