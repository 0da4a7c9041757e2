"""What goes on over sentences and lines: bare agents, one operation, lists below a colon."""

from __future__ import annotations

import pytest

from loaders.text.draft import Extraction, Metadata
from loaders.text.extract import extract
from tests.extractions import shown

DONE = "Polda Riau menggagalkan keberangkatan 14 calon PMI di Rupat, Sabtu (2/8/2025)."


def read(text: str) -> Extraction:
    return extract(f"Judul berita\n\n{text}\n", document=Metadata(published="2025-08-06"))


@pytest.mark.parametrize(
    "sentence",
    [
        "Petugas juga menangkap dua tersangka.",
        "Dari lokasi, polisi meringkus dua tersangka.",
        "Operasi itu berhasil menangkap dua tersangka.",
    ],
)
def test_a_bare_agent_is_the_one_agency_told_before(sentence: str) -> None:
    assert shown(read(f"{DONE} {sentence}"), "Arrest", "conductedBy") == ["Kepolisian Daerah Riau"]


@pytest.mark.parametrize(
    "text",
    [
        f"{DONE} Polres Dumai menyelamatkan 5 korban. Petugas juga menangkap dua tersangka.",
        "BP3MI Riau menggagalkan keberangkatan 14 calon PMI. Polisi menangkap dua tersangka.",
        "Petugas menangkap dua tersangka.",
        f"{DONE} Warga yang menghubungi petugas Bandara menangkap dua tersangka.",
    ],
)
def test_a_bare_agent_that_may_be_another(text: str) -> None:
    assert shown(read(text), "Arrest", "conductedBy") == []


def test_the_subject_of_the_sentence_before() -> None:
    text = (
        "Satreskrim Polres Dumai mengungkap pengiriman ilegal pekerja migran ke Malaysia. Operasi "
        "ini berhasil menyelamatkan 12 korban."
    )
    assert shown(read(text), "Rescue", "conductedBy") == ["Satreskrim Polres Dumai"]


def test_one_operation_has_one_day_and_place() -> None:
    found = read(f"{DONE} Dalam operasi tersebut, polisi menangkap dua tersangka.")
    assert shown(found, "Arrest", "date") == ["2025-08-02"]
    assert shown(found, "Arrest", "occurredAt") == ["Rupat"]
    other = read(f"{DONE} Polisi kemudian menangkap dua tersangka.")
    assert shown(other, "Arrest", "date") == []


def test_lists_in_lines_of_their_own() -> None:
    text = (
        "Polres Dumai menangkap dua tersangka. Barang bukti yang diamankan antara lain:\n"
        "- 14 paspor\n- 13 unit telepon seluler\nMereka dijerat dengan pasal-pasal berikut:\n"
        "- Pasal 81 UU Nomor 18 Tahun 2017\n(ancaman 10 tahun)\n- Pasal 4 UU Nomor 21 Tahun 2007\n"
        "Pasal 10 UU Nomor 21 Tahun 2007 dibahas dalam seminar.\n"
    )
    found = read(text)
    assert shown(found, "Item", "quantity") == ["14", "13"]
    charged = [c.value for c in found.claims if c.property == "chargedUnder"]
    assert charged == ["law:uu-18-2017-ps-81", "law:uu-21-2007-ps-4"]
