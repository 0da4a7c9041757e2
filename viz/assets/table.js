// The same content as a table: every link with its sources, then every entity.

const tables = document.getElementById("tables");
const ROWS = 200;
let rowsShown = ROWS;

function sourcesOf(link) {
  const claims = own(page.links, link.relationship) ?? [];
  const documents = [...new Set(claims.map((index) => page.claims[index][CLAIM.document]))];
  return documents.map((index) => make("span", { class: "src" }, addressOf(page.documents[index], page.documents[index][DOCUMENT.title]),
    ` — ${sourceLine(page.documents[index])}`, make("span", { class: "addr" }, ` ${page.documents[index][DOCUMENT.address]?.[0] ?? ""}`)));
}

const opener = (kind, id, text) => make("button", { type: "button", class: "go", on: { click: () => choose(kind, id) } }, text);

function linkRow(link) {
  return make("tr", {},
    make("td", { dir: "auto" }, nodes[link.from].caption),
    make("td", {}, opener("link", link.id, linkName(link)), make("div", { class: "soft" }, term("modalities", link.modality))),
    make("td", { dir: "auto" }, nodes[link.to].caption),
    make("td", { class: "when" }, period(link.days) ?? ""),
    make("td", {}, ...sourcesOf(link)));
}

function nodeRow(id) {
  const node = nodes[id];
  return make("tr", {}, make("td", { dir: "auto" }, opener("node", id, node.caption)), make("td", {}, className(node.cls)),
    make("td", {}, number(ties[id].length)), make("td", {}, node.conflict ? say("mark_conflict") : ""));
}

function tableOf(title, heads, rows) {
  const head = make("thead", {}, make("tr", {}, ...heads.map((text) => make("th", { scope: "col" }, text))));
  return make("table", {}, make("caption", {}, title), head, make("tbody", {}, ...rows));
}

/** Fill the tables with the first rows, or with all of them. */
function fillTables(most) {
  const shownLinks = links.filter((link) => !isLinkHidden(link));
  const shownNodes = byRank.filter((id) => !isHidden(id));
  const left = Math.max(shownLinks.length, shownNodes.length) - most;
  tables.replaceChildren(
    shownLinks.length
      ? tableOf(say("table_links"), [say("from"), say("relationship"), say("to"), say("period"), say("sources")], shownLinks.slice(0, most).map(linkRow))
      : make("p", { class: "soft" }, say("table_empty")),
    tableOf(say("entities"), [say("entities"), say("kind"), say("links"), ""], shownNodes.slice(0, most).map(nodeRow)));
  if (left > 0) tables.append(make("button", { type: "button", on: { click: () => fillTables((rowsShown += 5 * ROWS)) } }, say("show_more", { n: number(left) })));
}

function view(isTable) {
  document.getElementById("stage").hidden = isTable;
  tables.hidden = !isTable;
  document.getElementById("as-picture").setAttribute("aria-pressed", String(!isTable));
  document.getElementById("as-table").setAttribute("aria-pressed", String(isTable));
  if (isTable) fillTables(rowsShown);
  else network.redraw();
}
