"""Evidence packs: everything asked for is in them, nothing in them runs, and changes show."""

from __future__ import annotations

import hashlib
import io
import json
import shutil
import zipfile

import docx
import orjson
import pytest

from graph.errors import UnknownEntityError
from graph.projection.rebuild import rebuild_snapshot
from graph.services.dossier import gather
from graph.snapshots import current
from ontology.model import load
from tests.claims import claim, document, entity, fill, sqlite
from viz.errors import ReportError
from viz.report import pack
from viz.report.content import compose

HOSTILE = [
    "<script>alert(1)</script>",
    '#eval("1")',
    '#import "@preview/x:1.0.0"',
    "$ sum_(i=1)^n $ *bold* _it_ = heading",
    '"); #panic("x',
    "{{ 7 * 7 }} \\u{41} \\",
    '=HYPERLINK("http://x")',
    "a\u202egnp.exe",
    "nul\u0007bell",
    "& < > ' \" ]]>",
]


@pytest.fixture(scope="module")
def snapshot(tmp_path_factory):
    folder = tmp_path_factory.mktemp("report")
    ledger = sqlite(folder)
    documents = [
        document("doc:a", title="First report", sha256="ab" * 32, published="2025-01-02"),
        document("doc:b", title=HOSTILE[0], url="https://example.org/b", published="2025-01-03"),
    ]
    claims = [
        *entity("org:pt-x", "PlacementCompany", name="PT X"),
        *entity("per:someone", "Person", name="S. (31)"),
        *entity("evt:raid", "Raid", name=HOSTILE, date="2025-01-01", conductedBy="org:polda"),
        claim("evt:raid", "date", "2025-01-04", "doc:b"),
        claim(
            "evt:raid",
            "implicates",
            "org:pt-x",
            "doc:a",
            modality="alleged",
            attributed_to=("per:someone",),
            start=3,
            end=9,
            quote="PT X  ",
            locator=None,
        ),
        *entity("org:polda", "LawEnforcementAgency", name="Polda Contoh"),
        *entity("region:53", "Province", name="Nusa Tenggara Timur"),
        claim("evt:raid", "occurredAt", "region:53"),
    ]
    fill(ledger, documents, claims)
    rebuild_snapshot(ledger, folder / "snapshots")
    ledger.close()
    found = current(folder / "snapshots")
    assert found is not None
    yield found
    found.close()


@pytest.fixture(scope="module")
def dossier(snapshot):
    return gather(snapshot, load(), ["evt:raid"])


@pytest.fixture(scope="module")
def written(dossier, tmp_path_factory):
    folder = tmp_path_factory.mktemp("pack") / "raid"
    pack.write(dossier, load(), folder, "en")
    return folder


def test_a_dossier_holds_the_neighbours_but_not_the_territory(dossier):
    assert [e.id for e in dossier.focus] == ["evt:raid"]
    assert {e.id for e in dossier.related} == {"org:pt-x", "org:polda"}
    assert dossier.left_out == 0
    assert [d.id for d in dossier.documents] == ["doc:a", "doc:b"]


def test_every_claim_of_what_is_shown_is_there(dossier, snapshot):
    shown = [r for e in dossier.entities for r in e.records]
    assert {s.id for s in snapshot.claims_of(shown)} == {s.id for s in dossier.claims}


def test_what_the_limit_leaves_out_is_counted_and_told(snapshot):
    found = gather(snapshot, load(), ["evt:raid"], limit=1)
    assert found.left_out == 1
    assert "1" in compose(found, load(), "en", "now").left_out


def test_an_unknown_id_is_refused(snapshot):
    with pytest.raises(UnknownEntityError, match="evt:nothing"):
        gather(snapshot, load(), ["evt:nothing"])


@pytest.mark.parametrize(("language", "word"), [("id", "Praduga"), ("en", "Presumption")])
def test_content_says_who_how_where_and_what_is_contradicted(dossier, language, word):
    content = compose(dossier, load(), language, "now")
    assert content.notices[0].startswith(word)
    (row,) = [r for s in content.focus for r in s.rows if r.value == "PT X"]
    (evidence,) = row.evidence
    assert evidence.number == 1
    assert "S. (31)" in evidence.how
    assert "3–9" in evidence.how
    assert evidence.quote == "PT X  "
    assert {r.value for r in content.conflicts} == {"2025-01-01", "2025-01-04"}
    assert sum("graf" in r.mark or "graph" in r.mark for r in content.conflicts) == 1


def test_sources_state_the_hash_of_the_text_or_of_the_record(dossier):
    first, second = compose(dossier, load(), "en", "now").sources
    assert first[4] == f"SHA-256 of the text: {'ab' * 32}"
    assert second[4].startswith("SHA-256 of the source's record: ")
    assert second[1] == HOSTILE[0]


def test_the_paper_is_a_pdf_without_script_or_address_to_fetch(written):
    pages = (written / "report.pdf").read_bytes()
    assert pages.startswith(b"%PDF-")
    for forbidden in (b"/JavaScript", b"/JS", b"/Launch", b"/URI", b"/EmbeddedFile"):
        assert forbidden not in pages


def test_the_office_document_holds_hostile_names_as_text(written):
    body = (written / "report.docx").read_bytes()
    office = docx.Document(io.BytesIO(body))
    cells = "\n".join(c.text for t in office.tables for r in t.rows for c in r.cells)
    for name in HOSTILE[:7]:
        assert name in cells
    assert "a⟦U+202E⟧gnp.exe" in cells
    assert "nul⟦U+0007⟧bell" in cells
    with zipfile.ZipFile(io.BytesIO(body)) as archive:
        relations = b"".join(archive.read(n) for n in archive.namelist() if n.endswith(".rels"))
    assert b"External" not in relations


def test_the_manifest_names_every_file_claim_and_source(written, dossier):
    manifest = orjson.loads((written / "manifest.json").read_bytes())
    assert manifest["about"] == ["evt:raid"]
    assert set(manifest["files"]) == {p.name for p in written.iterdir()} - {"manifest.json"}
    for name, digest in manifest["files"].items():
        assert hashlib.sha256((written / name).read_bytes()).hexdigest() == digest
    assert manifest["claims"] == [s.id for s in dossier.claims]
    assert manifest["sources"]["doc:a"] == "ab" * 32
    assert manifest["graph"]["digest"] == dossier.digest


def test_a_whole_pack_verifies_and_is_not_overwritten(written, dossier):
    assert pack.verify(written) == []
    with pytest.raises(ReportError, match="--out"):
        pack.write(dossier, load(), written, "en")


def _edit(folder):
    path = folder / "report.pdf"
    path.write_bytes(path.read_bytes() + b" ")


def _delete(folder):
    (folder / "picture.svg").unlink()


def _add(folder):
    (folder / "more.txt").write_text("x")


def _rehash(folder, name, body):
    """A forger who knows of the manifest writes the new hash into it as well."""
    (folder / name).write_bytes(body)
    manifest = json.loads((folder / "manifest.json").read_text())
    manifest["files"][name] = hashlib.sha256(body).hexdigest()
    (folder / "manifest.json").write_text(json.dumps(manifest))


def _forge_claim(folder):
    body = (folder / "claims.ndjson").read_bytes().replace(b'"alleged"', b'"stated"')
    _rehash(folder, "claims.ndjson", body)


def _drop_claim(folder):
    lines = (folder / "claims.ndjson").read_bytes().splitlines(keepends=True)
    _rehash(folder, "claims.ndjson", b"".join(lines[1:]))


def _garble(folder):
    _rehash(folder, "claims.ndjson", (folder / "claims.ndjson").read_bytes() + b"{\n")


@pytest.mark.parametrize(
    ("change", "told"),
    [
        (_edit, "report.pdf is not the file"),
        (_delete, "picture.svg is missing"),
        (_add, "more.txt was added"),
        (_forge_claim, "the claim is not what"),
        (_drop_claim, "lists other claims"),
        (_garble, "not a claim"),
    ],
)
def test_every_change_shows(written, tmp_path, change, told):
    folder = tmp_path / "changed"
    shutil.copytree(written, folder)
    change(folder)
    assert any(told in fault for fault in pack.verify(folder))


def test_a_folder_that_is_no_pack_is_refused(tmp_path):
    with pytest.raises(ReportError, match="Name the folder of a pack"):
        pack.verify(tmp_path)
