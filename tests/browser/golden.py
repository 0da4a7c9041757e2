"""Pictures of pages kept small and grey, so that another machine's fonts do not fail them.

``LACAK_WRITE_GOLDEN=FOLDER`` writes them anew, and the pages in full into that folder: look at
those before committing what changed.
"""

from __future__ import annotations

import base64
import os
from pathlib import Path

FOLDER = Path(__file__).parent / "golden"
WIDTH, HEIGHT = 64, 40
# Of 255; letters of another font move a cell by less, a block that moved by much more.
MEAN_APART = 12
CELL_APART = 70
CELLS_APART = 0.06

_SHRINK = """async ([png, w, h]) => {
  const image = new Image();
  image.src = `data:image/png;base64,${png}`;
  await image.decode();
  const canvas = document.createElement('canvas');
  Object.assign(canvas, {width: w, height: h});
  const ctx = canvas.getContext('2d');
  ctx.imageSmoothingQuality = 'high';
  ctx.filter = 'grayscale(1)';
  ctx.drawImage(image, 0, 0, w, h);
  const grey = [...ctx.getImageData(0, 0, w, h).data].filter((_, i) => i % 4 === 0);
  return [grey, canvas.toDataURL('image/png').split(',')[1]];
}"""


def look(page: object, helper: object, name: str) -> None:
    """Compare what a page looks like with the picture of that name.

    Args:
        page: The page; its window is the picture.
        helper: A blank page, which has no policy that forbids shrinking pictures in it.
        name: File name without its ending.
    """
    page.wait_for_timeout(250)
    picture = page.screenshot()
    png = base64.b64encode(picture).decode()
    grey, small = helper.evaluate(_SHRINK, [png, WIDTH, HEIGHT])
    path = FOLDER / f"{name}.png"
    folder = os.environ.get("LACAK_WRITE_GOLDEN")
    if folder:
        Path(folder).mkdir(parents=True, exist_ok=True)
        (Path(folder) / f"{name}.png").write_bytes(picture)
        path.write_bytes(base64.b64decode(small))
        return
    assert path.exists(), f"{path.name} is not there; see LACAK_WRITE_GOLDEN in {__name__}"
    kept = base64.b64encode(path.read_bytes()).decode()
    expected, _ = helper.evaluate(_SHRINK, [kept, WIDTH, HEIGHT])
    apart = [abs(a - b) for a, b in zip(grey, expected, strict=True)]
    mean = sum(apart) / len(apart)
    many = sum(a > CELL_APART for a in apart) / len(apart)
    assert mean < MEAN_APART, f"{name}: {mean:.1f} of 255 apart on average"
    assert many < CELLS_APART, f"{name}: {many:.0%} of the picture differs"
