// On every page: search as one types, and switches that keep the view of the canvas.

/**
 * @typedef {{id: string, class_name: string, label: string, caption: string, score: number, support: number}} Hit
 */

const WAIT_MS = 140;
let lists = 0;

/** A combobox after the ARIA pattern: the field keeps the focus, the list follows it. */
class Suggestions {
  /** @param {HTMLInputElement} field */
  constructor(field) {
    this.field = field;
    this.active = -1;
    this.asked = 0;
    this.list = document.createElement("ul");
    Object.assign(this.list, { className: "combo-list", id: `suggestions-${lists++}`, role: "listbox", hidden: true });
    this.list.setAttribute("aria-label", field.getAttribute("aria-label") ?? field.name);
    const attributes = { role: "combobox", "aria-expanded": "false", "aria-controls": this.list.id, "aria-autocomplete": "list" };
    for (const [name, value] of Object.entries(attributes)) field.setAttribute(name, value);
    if (!field.parentElement.classList.contains("combo")) {
      const box = document.createElement("div");
      box.className = "combo";
      field.replaceWith(box);
      box.append(field);
    }
    field.after(this.list);
    field.addEventListener("input", () => this.soon());
    field.addEventListener("keydown", (event) => this.steer(event));
    field.addEventListener("blur", () => setTimeout(() => this.close(), 150));
    this.list.addEventListener("pointerdown", (event) => event.preventDefault());
  }

  soon() {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.ask(), WAIT_MS);
  }

  async ask() {
    const text = this.field.value.trim();
    const turn = ++this.asked;
    if (text.length < 2) return this.close();
    try {
      const response = await fetch(`/search?limit=12&lang=${document.documentElement.lang}&q=${encodeURIComponent(text)}`);
      if (!response.ok) throw new Error(String(response.status));
      const { hits } = await response.json();
      // An answer that was overtaken by more typing says nothing.
      if (turn === this.asked) this.show(hits);
    } catch {
      if (turn === this.asked) this.tell(this.field.dataset.failed);
    }
  }

  /** @param {Hit[]} hits */
  show(hits) {
    if (!hits.length) return this.tell(this.field.dataset.none);
    this.hits = hits;
    this.list.replaceChildren(...hits.map((hit, index) => this.option(hit, index)));
    this.open();
    this.mark(-1);
  }

  tell(text) {
    this.hits = [];
    const line = document.createElement("li");
    line.role = "status";
    line.textContent = text;
    this.list.replaceChildren(line);
    this.open();
  }

  /** @param {Hit} hit @param {number} index */
  option(hit, index) {
    const item = document.createElement("li");
    const caption = document.createElement("span"), kind = document.createElement("small");
    Object.assign(item, { role: "option", id: `${this.list.id}-${index}` });
    caption.dir = "auto";
    caption.textContent = hit.caption;
    kind.textContent = `${hit.label} · ${hit.id}`;
    const text = document.createElement("div");
    text.append(caption, kind);
    item.append(text);
    item.addEventListener("click", () => this.choose(hit));
    return item;
  }

  mark(position) {
    const options = this.list.querySelectorAll("[role=option]");
    options[this.active]?.setAttribute("aria-selected", "false");
    this.active = Math.min(Math.max(position, -1), options.length - 1);
    const chosen = options[this.active];
    if (!chosen) return this.field.removeAttribute("aria-activedescendant");
    chosen.setAttribute("aria-selected", "true");
    chosen.scrollIntoView({ block: "nearest" });
    this.field.setAttribute("aria-activedescendant", chosen.id);
  }

  /** @param {KeyboardEvent} event */
  steer(event) {
    const steps = { ArrowDown: this.active + 1, ArrowUp: this.active - 1 };
    if (this.list.hidden) return;
    if (event.key in steps) {
      event.preventDefault();
      this.mark(steps[event.key]);
    } else if (event.key === "Escape") {
      event.preventDefault();
      event.stopPropagation();
      this.close();
    } else if (event.key === "Enter" && this.hits.length && (this.active >= 0 || !this.field.form)) {
      event.preventDefault();
      this.choose(this.hits[Math.max(this.active, 0)]);
    }
  }

  /** Go to what was chosen, unless the page makes something else of it. @param {Hit} hit */
  choose(hit) {
    this.close();
    if (this.field.dataset.suggest === "id") {
      this.field.value = hit.id;
      return;
    }
    const event = new CustomEvent("entity", { detail: hit, bubbles: true, cancelable: true });
    if (this.field.dispatchEvent(event)) location.assign(`/explore?entity=${encodeURIComponent(hit.id)}`);
  }

  open() {
    this.list.hidden = false;
    this.field.setAttribute("aria-expanded", "true");
  }

  close() {
    this.asked++;
    this.list.hidden = true;
    this.field.setAttribute("aria-expanded", "false");
    this.mark(-1);
  }
}

for (const field of document.querySelectorAll("input[data-suggest]")) new Suggestions(field);

// A view of the canvas stands in the address after #, which servers do not see.
for (const link of document.querySelectorAll("a[data-switch]")) {
  link.addEventListener("click", () => {
    const address = new URL(link.href);
    address.hash = "";
    const back = (address.searchParams.get("back") ?? "/").split("#")[0];
    address.searchParams.set("back", back);
    link.href = `${address.pathname}${address.search}${location.hash}`;
  });
}

// Where the system is dark already, the switch offers light.
const theme = document.querySelector("a[data-light]");
if (theme && !document.documentElement.dataset.theme && matchMedia("(prefers-color-scheme: dark)").matches) {
  theme.href = theme.href.replace("/theme/dark", "/theme/light");
  theme.textContent = theme.dataset.light;
}

addEventListener("keydown", (event) => {
  if (event.key !== "/" || event.target.closest("input,textarea,select")) return;
  event.preventDefault();
  document.querySelector("input[data-suggest]")?.focus();
});

// A colleague's file becomes an investigation of one's own.
document.querySelector("input[data-import]")?.addEventListener("change", async ({ target }) => {
  const response = await fetch("/investigations/import", { method: "POST", headers: { "Content-Type": "application/json" }, body: target.files[0] });
  const told = await response.json().catch(() => ({}));
  if (response.ok) return location.assign(`/investigations/${told.key}`);
  const notice = document.getElementById("import-told");
  notice.textContent = told.error?.message ?? String(response.status);
  notice.hidden = false;
});

// The tour is shown until it was seen once on this machine.
const tour = document.getElementById("tour"), SEEN = "lacak-tour";
if (tour && !localStorage.getItem(SEEN)) {
  const steps = [...tour.querySelectorAll("li")], next = document.getElementById("tour-next");
  let here = 0;
  const show = () => {
    steps.forEach((step, i) => step.toggleAttribute("hidden", i !== here));
    document.getElementById("tour-step").textContent = `${here + 1}/${steps.length}`;
    if (here === steps.length - 1) next.textContent = next.dataset.last;
  };
  const end = () => { tour.hidden = true; localStorage.setItem(SEEN, "yes"); };
  next.addEventListener("click", () => (++here < steps.length ? show() : end()));
  document.getElementById("tour-close").addEventListener("click", end);
  show();
  tour.hidden = false;
}
