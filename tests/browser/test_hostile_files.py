"""Two hundred hostile names, notes and titles in every file that one can take away.

Each is read as its reader would read it: tables have no cell that a spreadsheet runs, graphs
hold the names as they are, papers and pictures hold nothing that runs or is fetched.
"""

from __future__ import annotations

import csv
import io
import json
import struct
import zipfile
from xml.etree import ElementTree as ET

import docx
import networkx as nx
import pypdf
import pytest

from tests.browser.steps import READY, downloaded
from tests.browser.test_hostile_data import STRINGS
from viz.clean import visible

pytestmark = pytest.mark.browser

HUB = "agr:hub"
IDS = [HUB, *(f"org:h{n}" for n in range(len(STRINGS)))]
# A spreadsheet runs what begins like this.
RUNS = ("=", "+", "-", "@", "\t", "\r", "\n")
ACTIVE = (b"/JavaScript", b"/JS", b"/Launch", b"/URI", b"/EmbeddedFile", b"/OpenAction")


@pytest.fixture(scope="module")
def ask(hostile_site, chromium):
    """Ask the site for a file, by GET or by POST of a body."""
    context = chromium.new_context()

    def asking(path, body=None, **headers) -> bytes:
        call = context.request.get if body is None else context.request.post
        more = {} if body is None else {"data": body}
        # Typesetting two hundred parties takes a busy machine a while.
        answer = call(hostile_site + path, headers=headers, timeout=170_000, **more)
        assert answer.ok, (path, answer.status, answer.text()[:200])
        return answer.body()

    yield asking
    context.close()


@pytest.fixture(scope="module")
def view(ask):
    """The whole hostile network in each format, from the canvas and from the API."""
    forms = ("graphml", "gexf", "csv", "json")
    return {form: ask(f"/explore/download/{form}", {"ids": IDS}) for form in forms}


def shown() -> set[str]:
    """Return the names as a file may hold them: what deceives the eye is written out."""
    return {visible(" ".join(text.split())) for text in STRINGS}


def plain(texts) -> set[str]:
    return {" ".join(str(text).split()) for text in texts}


def test_graphs_hold_every_name_as_text(view):
    graph = nx.read_graphml(io.BytesIO(view["graphml"]))
    names = plain(nx.get_node_attributes(graph, "caption").values())
    assert shown() <= names
    assert graph.number_of_edges() >= 200
    other = nx.read_gexf(io.BytesIO(view["gexf"]))
    assert other.number_of_edges() == graph.number_of_edges()
    assert shown() <= plain(nx.get_node_attributes(other, "label").values())
    for form in ("graphml", "gexf"):
        assert b"<!DOCTYPE" not in view[form]
        tags = {element.tag.rpartition("}")[2] for element in ET.fromstring(view[form]).iter()}
        assert tags <= {
            *("graphml", "key", "graph", "node", "edge", "data", "gexf", "nodes", "edges"),
            *("attributes", "attribute", "attvalues", "attvalue"),
        }


def test_no_cell_of_a_table_is_a_formula(view, ask):
    api = ask(f"/v1/networks/ego?entity={HUB}&limit=500", Accept="text/csv")
    for table in (view["csv"], api):
        rows = list(csv.reader(io.StringIO(table.decode("utf-8-sig"))))
        assert len(rows) > 200
        cells = [cell for row in rows for cell in row]
        assert [cell for cell in cells if cell.startswith(RUNS)] == []
        assert any(cell.startswith("'=HYPERLINK") for cell in cells)


def test_json_holds_names_as_they_are(view):
    told = json.loads(view["json"])
    names = {n["caption"] for n in told["nodes"]}
    assert plain(STRINGS) <= plain(names)


@pytest.fixture(scope="module")
def pack(ask) -> dict[str, bytes]:
    body = ask(f"/v1/reports/{HUB}?format=zip&limit=10")
    with zipfile.ZipFile(io.BytesIO(body)) as archive:
        assert all("/" not in name and ".." not in name for name in archive.namelist())
        return {name: archive.read(name) for name in archive.namelist()}


def test_a_paper_holds_no_script_and_every_name(pack):
    for forbidden in ACTIVE:
        assert forbidden not in pack["report.pdf"]
    reader = pypdf.PdfReader(io.BytesIO(pack["report.pdf"]))
    told = " ".join(page.extract_text() for page in reader.pages).replace("\u200b", "")
    for part in ("<script>window", "onerror", "{{7*7}}", "=HYPERLINK", "⟦U+202E⟧"):
        assert part in told
    assert "\u202e" not in told


def test_an_office_document_holds_no_field_and_no_address(pack):
    with zipfile.ZipFile(io.BytesIO(pack["report.docx"])) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    assert not [name for name in parts if "vba" in name.lower() or "embeddings" in name]
    relations = b"".join(body for name, body in parts.items() if name.endswith(".rels"))
    assert b'TargetMode="External"' not in relations
    body = parts["word/document.xml"]
    assert b"instrText" not in body
    assert b"altChunk" not in body
    office = docx.Document(io.BytesIO(pack["report.docx"]))
    cells = [c.text for t in office.tables for r in t.rows for c in r.cells]
    assert len(plain(cells) & shown()) > 0.9 * len(shown())


def test_lists_for_programs_are_one_json_a_line(pack):
    for name in ("claims.ndjson", "documents.ndjson"):
        lines = [json.loads(line) for line in pack[name].split(b"\n") if line]
        assert len(lines) >= 200
    titles = {json.loads(line)["title"] for line in pack["documents.ndjson"].split(b"\n") if line}
    assert len(titles & set(STRINGS)) > 190


def test_the_drawing_of_a_pack_does_not_run(pack, chromium, tmp_path):
    file = tmp_path / "picture.svg"
    file.write_bytes(pack["picture.svg"])
    page, asked = chromium.new_page(), []
    page.on("request", lambda r: asked.append(r.url))
    page.goto(file.as_uri())
    assert asked == [file.as_uri()]
    assert page.evaluate("window.__ran") is None
    assert page.evaluate("document.querySelectorAll('script, foreignObject, image, a').length") == 0
    page.close()


def chunks(png: bytes) -> list[bytes]:
    """Return the types of the chunks of a PNG."""
    at, found = 8, []
    while at < len(png):
        (length,) = struct.unpack(">I", png[at : at + 4])
        found.append(png[at + 4 : at + 8])
        at += 12 + length
    return found


def test_a_picture_of_the_canvas_is_pixels_and_nothing_else(hostile_site, visit):
    with visit(hostile_site, f"/explore?entity={HUB}") as seen:
        page = seen.page
        page.wait_for_selector(READY)
        page.locator("#downloads summary").click()
        png = downloaded(page, page.locator("#png").click)
        assert set(chunks(png)) <= {b"IHDR", b"IDAT", b"IEND", b"sRGB", b"gAMA", b"pHYs"}
        assert page.evaluate("window.__ran") is None


@pytest.mark.parametrize("number", [0, 34])
def test_a_hostile_investigation_is_a_harmless_file_and_paper(ask, number):
    text = STRINGS[number]
    body = {"name": text[:200], "notes": "\n".join(STRINGS), "view": f"n=org:h1,org:h{number}"}
    key = json.loads(ask("/investigations/import", body))["key"]
    assert json.loads(ask(f"/investigations/{key}/file"))["notes"] == "\n".join(STRINGS)
    pdf = ask(f"/investigations/{key}/report?format=pdf")
    for forbidden in ACTIVE:
        assert forbidden not in pdf
    reader = pypdf.PdfReader(io.BytesIO(pdf))
    told = " ".join(page.extract_text() for page in reader.pages)
    assert "{{7*7}}" in told.replace("\u200b", "")
    assert "\u202e" not in told
