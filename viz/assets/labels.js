// Labels at the size of the screen, chosen anew at each scale so that none covers another.

const FACE = 'system-ui,-apple-system,"Segoe UI",Roboto,"Noto Sans","DejaVu Sans",sans-serif';
const widths = new Map();

// Setting a font and asking for it back are both slow, so neither happens for known texts.
function widthOf(ctx, font, text) {
  const key = `${font}|${text}`;
  let width = widths.get(key);
  if (width === undefined) {
    ctx.font = font;
    widths.set(key, (width = ctx.measureText(text).width));
  }
  return width;
}

/** Boxes already taken, by place. */
class Taken {
  constructor() { this.buckets = new Map(); }
  * keys([left, top, right, bottom]) {
    for (let c = left >> 7; c <= right >> 7; c++) for (let r = top >> 7; r <= bottom >> 7; r++) yield c * 100003 + r;
  }
  isFree(box) {
    for (const key of this.keys(box)) {
      for (const o of this.buckets.get(key) ?? []) {
        if (box[0] < o[2] && o[0] < box[2] && box[1] < o[3] && o[1] < box[3]) return false;
      }
    }
    return true;
  }
  take(box) {
    for (const key of this.keys(box)) {
      const bucket = this.buckets.get(key);
      if (bucket) bucket.push(box); else this.buckets.set(key, [box]);
    }
  }
}

/** Where a label may stand: below, right of, left of, above its mark. */
function around(x, y, r, w, h) {
  return [
    [x - w / 2, y + r + 2, x + w / 2, y + r + 2 + h],
    [x + r + 3, y - h / 2, x + r + 3 + w, y + h / 2],
    [x - r - 3 - w, y - h / 2, x - r - 3, y + h / 2],
    [x - w / 2, y - r - 2 - h, x + w / 2, y - r - 2],
  ];
}

function write(ctx, lines, box, size) {
  const x = (box[0] + box[2]) / 2;
  ctx.textAlign = "center";
  ctx.textBaseline = "top";
  ctx.lineJoin = "round";
  ctx.lineWidth = 3.5;
  ctx.strokeStyle = theme.paper;
  ctx.fillStyle = theme.ink;
  lines.forEach((line, i) => {
    ctx.strokeText(line, x, box[1] + 2 + i * size * 1.16);
    ctx.fillText(line, x, box[1] + 2 + i * size * 1.16);
  });
}

/** One frame of labels. `marks`: visible nodes on screen, most needed first. */
class Labels {
  constructor(ctx, width, height) {
    Object.assign(this, { ctx, width, height, labels: new Taken(), marks: new Taken() });
  }
  obstruct(marks) {
    for (const { x, y, r } of marks) this.marks.take([x - r, y - r, x + r, y + r]);
  }
  font(size, weight) { this.face = `${weight} ${size}px ${FACE}`; }
  size(lines, size) {
    return [Math.max(...lines.map((line) => widthOf(this.ctx, this.face, line))) + 6, lines.length * size * 1.16 + 4];
  }
  put(lines, places, size, isImportant) {
    for (const box of places) {
      if (box[0] < 2 || box[1] < 2 || box[2] > this.width - 2 || box[3] > this.height - 2) continue;
      if (!this.labels.isFree(box) || !(isImportant || this.marks.isFree(box))) continue;
      this.labels.take(box);
      this.ctx.font = this.face;
      write(this.ctx, lines, box, size);
      return true;
    }
    return false;
  }
  node(mark, isWanted) {
    const { node, x, y, r } = mark;
    const size = node.focus ? 15 : node.grouped ? 11.5 : 12.5;
    this.font(size, node.focus || isWanted ? 600 : 400);
    const [w, h] = this.size(node.lines, size);
    const places = around(x, y, r * (node.focus ? 1.5 : 1), w, h);
    const isSettled = (node.focus || node.grouped) && !isWanted;
    this.put(node.lines, isSettled ? places.slice(0, 1) : places, size, isWanted || node.prominent);
  }
  group(name, count, x, y, r) {
    const line = `${className(name)} · ${number(count)}`;
    this.font(12, 500);
    const [w, h] = this.size([line], 12);
    this.put([line], [[x - w / 2, y - r - h - 1, x + w / 2, y - r - 1], [x - w / 2, y + r + 1, x + w / 2, y + r + 1 + h]], 12, true);
  }
  link(text, places) {
    this.font(11.5, 500);
    const [w, h] = this.size([text], 11.5);
    this.put([text], places.map(({ x, y }) => [x - w / 2, y - h / 2, x + w / 2, y + h / 2]), 11.5, false);
  }
}
