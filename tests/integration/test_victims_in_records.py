"""Records that users write: victims enter as counted groups, and the ledger names none."""

from __future__ import annotations

from pathlib import Path

import pytest

from graph.ledger.ledger import open_ledger
from loaders.errors import RecordFormatError
from loaders.model import LoadReport
from loaders.records import RecordSource
from loaders.run import run

HEAD = """\
document:
  id: doc:kabar
  class: NewsArticle
  name: {title}
  url: https://example.org/2026/kabar
  reliability: C
  publisher: {{id: org:kabar, name: Kabar Pulau}}
entities:
"""
BODY = """\
- {id: 'per:perekrut', class: Person, initials: ZO}
- {id: 'per:ratnawati-lopo-sakti', class: Person, name: Ratnawati Lopo Sakti,
   alias: Mama Ratna Belu, nik: '5304024505030001', age: 23}
- {id: 'rel:1', class: Recruitment, recruiter: 'per:perekrut',
   recruit: {value: 'per:ratnawati-lopo-sakti', note: dari Belu}}
- {id: 'phone:1', class: PhoneNumber, e164: '+6281234509876'}
- {id: 'phone:2', class: PhoneNumber, e164: '+6285339991234'}
- {id: 'use:1', class: ChannelUse, channelUser: 'per:perekrut', channel: 'phone:1'}
- {id: 'use:2', class: ChannelUse, channelUser: 'per:ratnawati-lopo-sakti', channel: 'phone:2'}
- {id: 'grp:7', class: Group, name: Ratnawati Lopo-Sakti dan enam lainnya, groupSizeLower: 7,
   groupRole: victim, includesPerson: 'per:ratnawati-lopo-sakti'}
- {id: 'prg:1', class: Programme, name: Rumah aman, url: 'https://example.org/?tel=0853-3999-1234'}
- {id: 'stm:1', class: Statement, speaker: 'org:kabar', quotationForm: direct, topic: tppo,
   statementText: Korban RATNAWATI LOPO SAKTI sudah dipulangkan.}
- {id: 'case:1', class: Case, number: LP-1}
- {id: 'role:1', class: CaseRole, roleHolder: 'per:saksi', roleIn: 'case:1', role: witness}
- {id: 'per:saksi', class: Person, name: Yohanes Kolo Bere}
"""
TOLD = (b"ratnawati", b"lopo", b"mama ratna", b"5304024505030001", b"85339991234", b"3999-1234",
        b"yohanes", b"kolo")  # fmt: skip


def load(folder: Path, ontology, title: str = "Perekrut ditangkap") -> LoadReport:
    (folder / "a.yaml").write_text(
        HEAD.format(title=title) + BODY.replace(", class: ", ", at: par. 1, class: "), "utf-8"
    )
    ledger = open_ledger(f"sqlite:///{folder / 'ledger.db'}", ontology)
    try:
        return run(RecordSource("mine", folder / "a.yaml", {}, ontology), ledger)
    finally:
        ledger.close()


def held(folder: Path) -> bytes:
    return b"".join(path.read_bytes() for path in folder.glob("ledger.db*")).lower()


def test_what_is_loaded_names_no_victim_and_counts_them(tmp_path, ontology):
    report = load(tmp_path, ontology)
    assert report.rows == report.accepted + report.duplicates + report.quarantined
    found = held(tmp_path)
    assert [told for told in TOLD if told in found] == []
    # What was done, by whom, and to how many, stays.
    assert b"recruitment" in found
    assert b"6281234509876" in found
    assert b"groupsizelower" in found


def test_each_refusal_says_where_why_and_what_to_do_and_repeats_nothing(tmp_path, ontology):
    refusals = load(tmp_path, ontology).refusals
    assert {r.place.line for r in refusals} == {10, 11, 13, 15, 17, 18, 19, 20, 22, 24, 25}
    told = " ".join(map(str, refusals)).encode().lower()
    assert b"groupsizelower" in told
    assert [name for name in TOLD if name in told] == []


@pytest.mark.parametrize("title", ["Ratnawati Lopo Sakti dipulangkan", "Hubungi 085339991234"])
def test_a_document_whose_citation_names_a_victim_is_refused_whole(tmp_path, ontology, title):
    with pytest.raises(RecordFormatError, match=r"a\.yaml:2:3: the document's citation") as caught:
        load(tmp_path, ontology, title)
    assert "lopo" not in str(caught.value).lower()
    assert b"kabar" not in held(tmp_path)
