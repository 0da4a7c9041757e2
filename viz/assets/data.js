"use strict";
// What the page carries, and the few helpers that turn it into elements.
// Text from data only ever becomes text nodes and attributes that cannot run.

const read = (id) => JSON.parse(document.getElementById(id).textContent);
const graph = read("network-data");
const page = read("page-data");

// Order of the rows that viz/evidence.py writes.
const DOCUMENT = { title: 0, publisher: 1, published: 2, address: 3, grade: 4 };
const CLAIM = { document: 0, locator: 1, quote: 2, saidBy: 3, modality: 4, credibility: 5, original: 6 };
const FACT = { property: 0, id: 1, en: 2, state: 3, claims: 4, entity: 5 };
const PICKED = 1, NOT_PICKED = 2;

let language = page.language;
const side = () => (language === "id" ? 0 : 1);
const own = (object, key) => (Object.hasOwn(object, key) ? object[key] : undefined);

function say(key, values = {}) {
  return page.texts[key][side()].replace(/\{(\w+)\}/g, (gap, name) => own(values, name) ?? gap);
}

const number = (value) => Number(value).toLocaleString(language === "id" ? "id-ID" : "en-GB");
const looks = (name) => page.classes[name];
const className = (name) => looks(name)[language];
const linkName = (link) => (language === "id" ? link.label_id : link.label_en);
const term = (scheme, notation) => own(page.vocabularies[scheme], notation)?.[side()] ?? notation;
const entityIndex = new Map(graph.nodes.map((node) => [node.entity, node.id]));

/** Make an element. Attributes are set by name, children are elements or text. */
function make(tag, attributes = {}, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (name === "on") for (const [event, act] of Object.entries(value)) element.addEventListener(event, act);
    else if (value === true) element.setAttribute(name, "");
    else if (value !== false && value != null) element.setAttribute(name, value);
  }
  element.append(...children.filter((child) => child != null && child !== ""));
  return element;
}

function draw(tag, attributes, ...children) {
  const element = document.createElementNS("http://www.w3.org/2000/svg", tag);
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
  element.append(...children);
  return element;
}

/** The mark of a class, as in the picture. */
function markOf(name) {
  const look = looks(name);
  const corners = page.outlines[look.shape];
  const outline = corners.length
    ? draw("polygon", { points: corners.map(([x, y]) => `${12 + 9 * x},${12 + 9 * y}`).join(" "), fill: look.color })
    : draw("circle", { cx: 12, cy: 12, r: 9.5, fill: look.color });
  const icon = draw("text", {
    x: 12, y: look.shape === "triangle" ? 13 : 15.6, "text-anchor": "middle", "font-size": 10.5, fill: look.ink,
    "font-family": SYMBOLS,
  }, look.icon);
  return draw("svg", { viewBox: "0 0 24 24", "aria-hidden": "true" }, outline, icon);
}
const SYMBOLS = '"DejaVu Sans","Segoe UI Symbol","Apple Symbols","Noto Sans Symbols 2","Noto Sans Symbols",sans-serif';

/** A document's address: a link where it is safe to follow, text in any case. */
function addressOf(row, label) {
  const address = row[DOCUMENT.address];
  if (!address) return document.createTextNode(label);
  const [text, isFollowable] = address;
  if (!isFollowable || !/^https?:\/\//i.test(text)) return make("span", {}, label);
  return make("a", { href: text, target: "_blank", rel: "noopener noreferrer nofollow", title: say("open_source") }, label);
}

function sourceLine(row) {
  const publisher = row[DOCUMENT.publisher] ?? say("unknown_publisher");
  return `${publisher}, ${row[DOCUMENT.published] ?? say("undated")}`;
}
