// Choosing many: a line drawn around them, or one by one from the keyboard.
import { draw } from "./picture.js";
import { paint, placeOf, scene, visibleIds } from "./canvas.js";

const stage = document.getElementById("stage"), sheet = document.getElementById("lasso-sheet");
let corners = [], line = null, whenDone = () => {};

function isInside({ x, y }) {
  let inside = false;
  corners.forEach(([ax, ay], i) => {
    const [bx, by] = corners.at(i - 1);
    if (ay > y !== by > y && x < ((bx - ax) * (y - ay)) / (by - ay) + ax) inside = !inside;
  });
  return inside;
}

/** Begin or give up drawing; `done` is told when the selection changed. */
export function lasso(isOn, done) {
  whenDone = done;
  sheet.toggleAttribute("hidden", !isOn);
}

/** Add to the selection, or take from it. @param {string} id */
export function toggle(id) {
  if (!scene.selected.delete(id)) scene.selected.add(id);
  paint();
}

sheet.addEventListener("pointerdown", (event) => {
  sheet.setPointerCapture(event.pointerId);
  corners = [];
  line = draw("polygon", {});
  sheet.replaceChildren(line);
});
sheet.addEventListener("pointermove", (event) => {
  if (!line) return;
  const box = stage.getBoundingClientRect();
  corners.push([event.clientX - box.left, event.clientY - box.top]);
  line.setAttribute("points", corners.join(" "));
});
sheet.addEventListener("pointerup", () => {
  if (!line) return;
  for (const id of visibleIds()) if (isInside(placeOf(id))) scene.selected.add(id);
  line = null;
  sheet.replaceChildren();
  paint();
  whenDone();
});
