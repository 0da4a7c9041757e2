// Nodes as they stand on the canvas: outline, icon, focus ring, conflict mark.

const theme = {};
function readTheme() {
  const style = getComputedStyle(document.documentElement);
  for (const name of ["paper", "card", "ink", "soft", "edge", "warn", "accent", "reference", "enforcement", "suspect"]) {
    theme[name] = style.getPropertyValue(`--${name}`).trim();
  }
}

/** How much larger than life marks are drawn, so that they shrink less than distances. */
const boost = (scale) => Math.min(2.1, Math.max(0.8, scale ** -0.5));

function trace(ctx, shape, x, y, r) {
  const corners = page.outlines[shape];
  ctx.beginPath();
  if (!corners.length) ctx.arc(x, y, r, 0, 2 * Math.PI);
  else {
    corners.forEach(([dx, dy], i) => (i ? ctx.lineTo(x + dx * r, y + dy * r) : ctx.moveTo(x + dx * r, y + dy * r)));
    ctx.closePath();
  }
}

function ringAround(ctx, x, y, r, color, width) {
  ctx.beginPath();
  ctx.arc(x, y, r, 0, 2 * Math.PI);
  ctx.strokeStyle = color;
  ctx.lineWidth = width;
  ctx.stroke();
}

// Below this many pixels nobody could read an icon, and text is what costs most.
const ICON_FROM = 4.5;

/** A mark as a dot, for when thousands are seen from afar. */
function drawDot(ctx, look, x, y, r, isDim) {
  ctx.globalAlpha = isDim ? 0.16 : 1;
  trace(ctx, look.shape, x, y, r);
  ctx.fillStyle = look.color;
  ctx.fill();
  ctx.globalAlpha = 1;
}

function drawMark(ctx, node, x, y, r, scale, isChosen, isHovered) {
  const look = node.tint ? { ...looks(node.cls), ...node.tint } : looks(node.cls);
  if (r * scale < ICON_FROM && !node.focus && !node.conflict && !isChosen) return drawDot(ctx, look, x, y, r, node.dim);
  ctx.save();
  if (node.dim) ctx.globalAlpha = 0.16;
  if (node.focus) ringAround(ctx, x, y, r * 1.5, look.color, r * 0.1);
  trace(ctx, look.shape, x, y, r);
  ctx.fillStyle = look.color;
  ctx.fill();
  ctx.lineJoin = "round";
  ctx.lineWidth = Math.max(1, r * 0.11);
  ctx.strokeStyle = isHovered ? theme.ink : theme.edge;
  ctx.stroke();
  if (look.shape === "ring") ringAround(ctx, x, y, r * 0.78, look.ink, r * 0.08);
  ctx.fillStyle = look.ink;
  ctx.font = `${r * 1.02}px ${SYMBOLS}`;
  ctx.textAlign = "center";
  ctx.textBaseline = "middle";
  ctx.fillText(look.icon, x, y + (look.shape === "triangle" ? -0.28 : 0.06) * r);
  if (node.conflict) drawConflict(ctx, x + r * 0.9, y - r * 0.9, r * 0.42);
  if (isChosen) ringAround(ctx, x, y, r * 1.75, theme.accent, r * 0.16);
  ctx.restore();
}

function drawConflict(ctx, x, y, r) {
  ctx.beginPath();
  ctx.arc(x, y, r, 0, 2 * Math.PI);
  ctx.fillStyle = "#b45309";
  ctx.fill();
  ctx.lineWidth = r * 0.25;
  ctx.strokeStyle = "#ffffff";
  ctx.stroke();
  ctx.fillStyle = "#ffffff";
  ctx.font = `700 ${r * 1.5}px sans-serif`;
  ctx.fillText("!", x, y + r * 0.08);
}

/** Circles behind alike nodes. */
function drawGroups(ctx, groups) {
  for (const [name, , x, y, r] of groups) {
    ctx.beginPath();
    ctx.arc(x, y, r, 0, 2 * Math.PI);
    ctx.fillStyle = `${looks(name).color}14`;
    ctx.fill();
    ctx.strokeStyle = `${looks(name).color}59`;
    ctx.lineWidth = 1;
    ctx.stroke();
  }
}
