// Asking the server; every failure becomes an error with a sentence for the reader.
import { page, say } from "./picture.js";

async function ask(address, options = {}, tries = 6) {
  let response;
  try {
    response = await fetch(address, options);
  } catch {
    throw new Error(say("offline_server"));
  }
  if (response.ok) return response;
  // A busy server says so at once, and is asked again.
  if (response.status === 503 && tries) {
    await new Promise((go) => setTimeout(go, 300));
    return ask(address, options, tries - 1);
  }
  const told = await response.json().catch(() => null);
  throw new Error(told?.error?.message ?? String(response.status));
}

const post = (body) => ({ method: "POST", headers: { "Content-Type": "application/json" }, body: JSON.stringify(body) });
const json = async (...given) => (await ask(...given)).json();
const escaped = encodeURIComponent;

/** Entities and what links them. @param {string[]} ids @param {string} entity */
export const fetchView = (ids, entity = "") => json("/explore/view", post({ ids, entity }));
export const fetchEntity = (id) => json(`/explore/entity?entity=${escaped(id)}&lang=${page.language}`);
export const fetchLink = (id) => json(`/explore/link/${escaped(id)}?lang=${page.language}`);
export const fetchAround = (id, type) => json(`/explore/around?entity=${escaped(id)}&type=${escaped(type)}`);
export const fetchPaths = (start, goal) => json(`/explore/path?start=${escaped(start)}&goal=${escaped(goal)}`);
/** Keep the view under a name; in place of an earlier one if `key` names it. */
export const keep = (name, view, key = "") => json(`/investigations/data?key=${key}`, post({ name, view }));

/** Save what is seen as a file. @param {"graphml"|"csv"|"json"} form @param {string[]} ids */
export async function save(form, ids) {
  const response = await ask(`/explore/download/${form}`, post({ ids }));
  give(await response.blob(), form);
}

/** Hand a file to the reader. @param {Blob} blob @param {string} ending */
export function give(blob, form) {
  const address = URL.createObjectURL(blob);
  const link = document.createElement("a");
  Object.assign(link, { href: address, download: `lacak.${form}` });
  document.body.append(link);
  link.click();
  link.remove();
  setTimeout(() => URL.revokeObjectURL(address), 10_000);
}
