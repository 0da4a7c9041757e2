"""Speakers within and behind clauses, where and when they spoke, orders behind a pronoun."""

from __future__ import annotations

import pytest

from tests.extractions import reader, shown

HEAD = 'Kabid Humas Polda Kalbar Kombes Bayu Suseno mengatakan hal itu. "Kami masih mendalami,"'


read = reader("2025-08-21")


def speakers(text: str) -> list[str]:
    found = read(text)
    captions = {entity.id: entity.caption for entity in found.entities}
    return [captions[c.value] for c in found.claims if c.property == "speaker"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Para korban, lanjut penyidik Dimas Prakoso, dijanjikan pekerjaan di kebun sawit.",
            ["Dimas Prakoso"],
        ),
        (
            "Pengacara terdakwa, Petrus Ndun, menyatakan pikir-pikir, sementara JPU Rindaya "
            "Sitompul langsung menyatakan banding.",
            ["Petrus Ndun", "Rindaya Sitompul"],
        ),
        (
            "Pengadilan telah memutus 11 perkara, kata juru bicara pengadilan Arief Nugroho.",
            ["Arief Nugroho"],
        ),
        (
            "KP2MI mencabut izin PT Bahtera Insan. Kementerian menyebutkan 41 perusahaan disanksi.",
            ["Kementerian Pelindungan Pekerja Migran Indonesia"],
        ),
        (
            "Kuasa hukum Anton, Viktor Nekur, belum memutuskan langkah. "
            '"Kami masih pikir-pikir dulu," katanya.',
            ["Viktor Nekur"],
        ),
        (
            "Hal senada disampaikan Koordinator Migrant Watch, Aznil Tanjung. Dia menilai itu.",
            ["Aznil Tanjung", "Aznil Tanjung"],
        ),
        (
            "Anggota Komisi IX DPR RI Netty Prasetya menilai pengawasan lemah. Menurut "
            "legislator asal Jawa Barat tersebut, ada 89 aduan.",
            ["Netty Prasetya", "Netty Prasetya"],
        ),
        (
            "Bupati Serang Ratu Zakiah menyerahkan kasus itu kepada jaksa. Ia mencopot UH (41). "
            '"Tidak ada ampun lagi," katanya.',
            ["Ratu Zakiah"],
        ),
        (
            "Kapolres Bima AKBP Eko Sutomo melalui Kasat Reskrim AKP Zul Hadi menerangkan hal itu.",
            ["Zul Hadi"],
        ),
        ('"Kita harus tegas kepada mereka," ucap politikus PDI Perjuangan tersebut.', []),
        ("SBMI telah melaporkan Warsinah Lubis ke Polres Indramayu.", []),
        ("SBMI melaporkan 47 pengaduan masuk sepanjang tahun ini.", ["SBMI"]),
    ],
)
def test_who_speaks(text: str, expected: list[str]) -> None:
    found = [name.replace("Serikat Buruh Migran Indonesia", "SBMI") for name in speakers(text)]
    assert found == expected


def test_who_alone_has_spoken_is_who_was_born_there() -> None:
    text = (
        f"{HEAD} kata Bayu.\n\nSUP (46) dan UM (41) mencari korban lewat media sosial.\n\n"
        '"Mereka dijanjikan pekerjaan di restoran," lanjut pria kelahiran Kediri itu.'
    )
    assert speakers(text) == ["Bayu Suseno"] * 3


@pytest.mark.parametrize(
    ("behind", "place", "day"),
    [
        ("kata Bayu saat konferensi pers di Mapolda Kalbar, Rabu (20/8/2025).", 1, "2025-08-20"),
        ("kata Bayu saat dihubungi, Jumat (15/8/2025).", 0, "2025-08-15"),
        ("ujarnya di Sambas, Jumat.", 1, "2025-08-15"),
        ("kata Bayu.", 0, ""),
        ("kata Bayu tentang kasus pada 3 Mei 2025.", 0, ""),
    ],
)
def test_where_and_when_it_was_said(behind: str, place: int, day: str) -> None:
    claims = [c for c in read(f"{HEAD} {behind}").claims if c.subject.startswith("stm:")]
    assert len([c for c in claims if c.property == "spokenAt"]) == place
    assert {c.value for c in claims if c.property == "date"} == ({day} if day else set())


def test_a_speakers_post_is_no_topic() -> None:
    text = "Direktur Pengawasan KP2MI Lestari Widodo mengatakan kantor itu tutup."
    found = [c for c in read(text).claims if c.subject.startswith("stm:") and c.property == "topic"]
    assert found == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Gubernur NTB Lalu Zulhakim mengatakan hal itu. Ia memerintahkan Dinas Tenaga Kerja "
            "NTB mendata calo.",
            [("Lalu Zulhakim", "Dinas Tenaga Kerja NTB")],
        ),
        (
            "Menteri P2MI Mukhtar Arif mengatakan, Presiden Prabowo Subianto memerintahkan "
            "kementeriannya agar pelindungan ditingkatkan.",
            [("Prabowo Subianto", "Kementerian Pelindungan Pekerja Migran Indonesia")],
        ),
        ("Ia memerintahkan Dinas Tenaga Kerja NTB mendata calo.", []),
        (
            "Kepala BP3MI NTB, Surya Wijaya, mendorong Pemkab Sumbawa untuk membuat peraturan.",
            [("Surya Wijaya", "Pemkab Sumbawa")],
        ),
        (
            "Kapolri memerintahkan seluruh polda untuk membentuk satgas.",
            [("Kepolisian Negara Republik Indonesia", "Seluruh polda")],
        ),
        ("Surya meminta BP3MI NTB untuk memulangkan adiknya.", []),
        ("BP3MI NTB meminta masyarakat agar waspada.", []),
    ],
)
def test_who_orders_whom(text: str, expected: list[tuple[str, str]]) -> None:
    found = read(text)
    captions = {entity.id: entity.caption for entity in found.entities}
    value = {(c.subject, c.property): captions.get(c.value, "") for c in found.claims}
    orders = [e.id for e in found.entities if e.cls == "Directive"]
    assert [(value[id_, "issuedBy"], value[id_, "addressedTo"]) for id_ in orders] == expected


@pytest.mark.parametrize(
    "text",
    [
        '"Kami sudah menahannya," demikian disampaikan Kapolres Karimun AKBP Robby Topan.',
        '"Kami sudah menahannya." Demikian kata Kapolres Karimun AKBP Robby Topan di Tebing.',
        '"Pelakunya sudah kami tahan." Hal itu ditegaskan Kapolres Karimun AKBP Robby Topan.',
        '"Kami sudah menahannya," kata pimpinan kepolisian setempat, Robby Topan.',
    ],
)
def test_a_quotation_whose_speaker_is_told_passively_or_behind_a_description(text: str) -> None:
    assert "Robby Topan" in speakers(text)
    direct = [c.value for c in read(text).claims if c.property == "quotationForm"]
    assert "direct" in direct


@pytest.mark.parametrize(
    "text",
    [
        '"Kita akan proses," tandas perwira menengah Polri itu.',
        '"Kami lega," kata seorang warga di kantor polisi, Robby Topan datang kemudian.',
    ],
)
def test_whom_nobody_names_does_not_speak(text: str) -> None:
    assert speakers(text) == []


def test_a_post_alone_speaks_for_its_holder() -> None:
    text = (
        "Kepala BP3MI Kaltara Kombes Ahmad Yani memimpin rapat itu.\n\nRapat digelar tertutup.\n\n"
        "Kepala BP3MI Kaltara menyebut 142 orang ditolak berangkat."
    )
    assert speakers(text) == ["Ahmad Yani"]
    assert speakers("Kepala BP3MI Kaltara menyebut 142 orang ditolak berangkat.") == []


@pytest.mark.parametrize(
    ("text", "place", "day"),
    [
        (
            "Hal tersebut disampaikan Direktur Migrant Care Wahyu Susilo saat jumpa pers di Batam, "
            "Senin (18/8/2025).",
            ["Kota Batam"],
            ["2025-08-18"],
        ),
        (
            "Direktur Migrant Care Wahyu Susilo di Batam, Senin, mengatakan 12 orang pulang.",
            ["Kota Batam"],
            ["2025-08-18"],
        ),
        (
            '"Kami terus memburu pelaku," kata Kurnia Adhitama di Mabes Polri, Senin (18/8).',
            [],
            ["2025-08-18"],
        ),
        (
            "Wahyu Susilo, dalam keterangan tertulis yang diterima di Batam, Senin (18/8/2025), "
            "menyampaikan hal itu.",
            [],
            ["2025-08-18"],
        ),
        ("Wahyu Susilo mengatakan polisi menangkap HS di Batam, Senin (18/8/2025).", [], []),
    ],
)
def test_where_and_when_indirect_speech_was_held(
    text: str, place: list[str], day: list[str]
) -> None:
    found = read(text)
    captions = {entity.id: entity.caption for entity in found.entities}
    said = {entity.id for entity in found.entities if entity.cls == "Statement"}
    told = [c for c in found.claims if c.subject in said]
    assert [captions[c.value] for c in told if c.property == "spokenAt"] == place
    assert [c.value for c in told if c.property == "date"] == day


def test_an_appeal_that_somebody_utters() -> None:
    text = (
        "Imbauan serupa dilontarkan Direktur Siber KP2MI, Brigjen Raden Slamet Santoso. "
        '"Kalau ragu, cek dulu di laman itu," pesannya.'
    )
    assert speakers(text) == ["Raden Slamet Santoso"] * 2
    assert speakers("Laporan itu disampaikan PT Bina Karya ke Polres Bima.") == []


def test_whom_officers_are_after_does_not_speak_for_them() -> None:
    found = read(
        'Dua orang ditahan, kata Kapolres Asahan AKBP Yosef Ginting, Kamis (6/11). "Kasus ini kami '
        'dalami," terang Yosef.\n\nPetugas masih memburu seorang pelaku lain berinisial AL. '
        '"Yang bersangkutan sudah kami terbitkan DPO," ucapnya.'
    )
    assert set(shown(found, "Statement", "speaker")) == {"Yosef Ginting"}
