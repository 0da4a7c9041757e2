"""Both of two are suspects, reports to the police, firms whose head is accused; promises."""

from __future__ import annotations

import pytest

from tests.extractions import reader

read = reader("2025-12-02")


def stages(text: str) -> set[tuple[str, str]]:
    """Return names and stages."""
    found = read(text)
    captions = {entity.id: entity.caption for entity in found.entities}
    who = {c.subject: captions[c.value] for c in found.claims if c.property == "stageOf"}
    return {(who[c.subject], c.value) for c in found.claims if c.property == "stage"}


def told(text: str, prop: str) -> set[str]:
    return {c.value for c in read(text).claims if c.property == prop}


PAIR = "Suryadi Lubis (41) dan istrinya, Baiq Nurlaela (36), dibawa malam itu juga. "


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            f"{PAIR}Sehari kemudian keduanya ditetapkan sebagai tersangka dan ditahan.",
            {
                ("Suryadi Lubis", "suspect"),
                ("Suryadi Lubis", "detained"),
                ("Baiq Nurlaela", "suspect"),
                ("Baiq Nurlaela", "detained"),
            },
        ),
        (f"{PAIR}Sehari kemudian ketiganya ditetapkan sebagai tersangka.", set()),
        (f"{PAIR}Keduanya belum ditetapkan sebagai tersangka.", set()),
        (
            "Keluarga korban melaporkan Warsinah Lubis ke Polres Indramayu pada 14 Agustus 2025.",
            {("Warsinah Lubis", "reported")},
        ),
        (
            "Warsinah Lubis dilaporkan ke Polres Indramayu pada 14 Agustus 2025.",
            {("Warsinah Lubis", "reported")},
        ),
        ("Keluarga akan melaporkan Warsinah Lubis ke Polres Indramayu.", set()),
        ("Warsinah Lubis dilaporkan hilang sejak Mei.", set()),
        ("Keluarga melaporkan Warsinah Lubis ke BP3MI Jawa Barat.", set()),
        ("Keluarga melaporkan Warsinah Lubis ke Polres Cianjur karena hilang sejak Mei.", set()),
        (
            "Seorang ibu melaporkan sponsor berinisial HN alias Haji Endang ke Polres Cianjur.",
            {("HN", "reported")},
        ),
        (
            "Septian Tahir dan Lukas Moa, keduanya perekrut, masing-masing dituntut 10 tahun.",
            {("Septian Tahir", "defendant"), ("Lukas Moa", "defendant")},
        ),
        (
            "Seorang lagi berinisial RD (29), yang bertugas mengurus tiket, lolos dan kini masuk "
            "daftar pencarian orang (DPO).",
            {("RD", "wanted")},
        ),
        (
            "Anton Wangge (44) dituntut 10 tahun penjara, Yosefina Bria (37) delapan tahun, "
            "sedangkan Komang Arta (29) enam tahun penjara.",
            {
                ("Anton Wangge", "defendant"),
                ("Yosefina Bria", "defendant"),
                ("Komang Arta", "defendant"),
            },
        ),
        (
            "Tersangka TR (29) ditangkap di Bandara Hang Nadim pada 2 Mei 2025 dan ditahan di "
            "Rutan Polda Kepri.",
            {("TR", "suspect"), ("TR", "detained")},
        ),
        (
            "Polisi menetapkan pemilik PT Harapan Jaya berinisial MH (51) sebagai tersangka.",
            {("MH", "suspect")},
        ),
        ("Polisi menetapkan istri pemilik PT Harapan Jaya berinisial MH sebagai saksi.", set()),
        (
            "Polisi mencari ES (54) dan AJ (52). Keduanya berada di Jerman dan sudah masuk daftar "
            "pencarian orang.",
            {("ES", "wanted"), ("AJ", "wanted")},
        ),
        (
            "Keempat tersangka, yakni Yan Bau (38), Martha Seran (41), Petrus Klau (29), dan Agus "
            "Nahak (50), kini menjadi tahanan jaksa.",
            {
                (name, stage)
                for name in ("Yan Bau", "Martha Seran", "Petrus Klau", "Agus Nahak")
                for stage in ("suspect", "detained")
            },
        ),
        (
            "Kejaksaan Negeri Serang menetapkan kepala bidang berinisial UH dan mantan stafnya, "
            "DK, sebagai tersangka.",
            {("UH", "suspect"), ("DK", "suspect")},
        ),
        ("Tersangka DK (31) menjadi tahanan kota karena sakit.", {("DK", "suspect")}),
        (
            "Anak Tjia, Kevin Hermawan, yang menjabat komisaris PT Bina Duta, divonis bebas.",
            {("Kevin Hermawan", "acquitted")},
        ),
        (
            "Tersangka kasus TPPO Hendri Wijaya masuk DPO sejak 12 Maret 2025.",
            {("Hendri Wijaya", "suspect"), ("Hendri Wijaya", "wanted")},
        ),
        (
            "Kuasa hukum ES, Budi Santosa, membantah. Polisi menetapkan ES sebagai tersangka.",
            {("ES", "suspect")},
        ),
        (
            "Direktur PT Harapan Jaya, Teguh Waluyo, diperiksa. Polisi menetapkan Teguh Waluyo "
            "sebagai tersangka.",
            {("Teguh Waluyo", "suspect")},
        ),
    ],
)
def test_stages(text: str, expected: set[tuple[str, str]]) -> None:
    assert stages(text) == expected


def test_articles_of_both_suspects() -> None:
    text = (
        f"{PAIR}Keduanya ditetapkan sebagai tersangka. Kedua tersangka dijerat Pasal 81 UU "
        "Nomor 18 Tahun 2017."
    )
    claims = [c for c in read(text).claims if c.property == "stageArticle"]
    assert len({c.subject for c in claims}) == 2


def test_a_second_name_is_no_first() -> None:
    found = read("Tersangka Suryadi alias Adi Kapak (41) ditahan.")
    assert {e.caption for e in found.entities if e.cls == "Person"} == {"Suryadi"}
    assert told("Tersangka Suryadi alias Adi Kapak (41) ditahan.", "alias") == {"Adi Kapak"}
    assert told("Terdakwa lain, Hanim alias Hamzah, dituntut. Kata Hanim.", "alias") == {"Hamzah"}


@pytest.mark.parametrize(
    ("text", "jobs", "pay"),
    [
        (
            "Korban dijanjikan bekerja di perkebunan sawit di Sarawak dengan gaji Rp5 juta hingga "
            "Rp7 juta per bulan.",
            {"bekerja di perkebunan sawit"},
            {"gaji Rp5 juta hingga Rp7 juta per bulan"},
        ),
        (
            "Mereka dijanjikan menjadi petugas kebersihan dengan gaji 1.200 dirham hingga 1.500 "
            "dirham.",
            {"petugas kebersihan"},
            {"gaji 1.200 dirham hingga 1.500 dirham"},
        ),
        (
            "Melati mengunggah lowongan kerja sebagai staf administrasi di Thailand.",
            {"staf administrasi"},
            set(),
        ),
        ("Mereka dikirim ke Kamboja untuk dipekerjakan sebagai operator judi.", set(), set()),
        ("Akun itu menyebarkan lowongan kerja palsu ke luar negeri.", set(), set()),
    ],
)
def test_what_was_promised(text: str, jobs: set[str], pay: set[str]) -> None:
    assert told(text, "jobTitle") == jobs
    assert told(text, "promisedPay") == pay


def test_parts_of_those_named_in_full_who_are_accused() -> None:
    deed = "Kristina Sareng menampung para korban di rumahnya."
    accused = f"Terdakwa Kristina Sareng dihadirkan di ruang sidang. {deed}"
    assert "harbourer" in told(accused, "role")
    assert told(deed, "role") == set()


def test_who_made_false_papers() -> None:
    text = "Tersangka TR (29), yang juga perangkat desa, membuat surat keterangan palsu."
    assert "document-forger" in told(text, "role")
    assert told(text.replace("membuat", "tidak membuat"), "role") == set()


def test_whose_citizen_somebody_is() -> None:
    text = "Polisi menangkap warga negara Malaysia berinisial LKM (41)."
    assert told(text, "nationality") == {"country:MY"}
    assert told("Polisi menangkap LKM (41) di Malaysia.", "nationality") == set()
    two = "Imigrasi mendeportasi dua warga negara Tiongkok berinisial ZW (41) dan LH (36)."
    found = [c.subject for c in read(two).claims if c.property == "nationality"]
    assert len(found) == 2


@pytest.mark.parametrize(
    ("behind", "expected"),
    [("pada Rabu (5/11/2025)", {"2025-11-05"}), (", Rabu (5/11/2025)", set()), ("", set())],
)
def test_since_when_somebody_is_a_suspect(behind: str, expected: set[str]) -> None:
    text = f"Polisi menetapkan SW (47) dan TR (33) sebagai tersangka {behind}.".replace(" ,", ",")
    claims = [c for c in read(text).claims if c.subject.startswith("stage:")]
    assert {c.value for c in claims if c.property == "date"} == expected


@pytest.mark.parametrize(
    ("told", "size"),
    [
        ("Keduanya memberangkatkan 27 orang ke Poipet.", 2),
        ("Ketiganya memberangkatkan 27 orang ke Poipet.", 0),
        ("Keduanya membantah memberangkatkan 27 orang ke Poipet.", 0),
    ],
)
def test_what_all_of_the_accused_did(told: str, size: int) -> None:
    text = f"Polisi menetapkan SW (47) dan TR (33) sebagai tersangka. {told}"
    assert len([e for e in read(text).entities if e.cls == "Transporting"]) == size


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Polisi menangkap wanita berinisial KRM. Lalu ditetapkanlah KRM sebagai tersangka.",
         {("KRM", "suspect")}),
        ("Tersangka adalah KRM dan TDS. Untuk TDS ini masih dalam daftar pencarian orang (DPO).",
         {("KRM", "suspect"), ("TDS", "suspect"), ("TDS", "wanted")}),
        ("Untuk menangkap tersangka baru, polisi mencari bukti.", set()),
        ("Polisi menangkap KRM (30). Untuk KRM ditetapkan sebagai tersangka, polisi mencari bukti.",
         set()),
        ("Polisi menyita barang bukti dari tersangka: HP, KTP, ATM, SIM.", set()),
        ("Seorang wanita berinisial KRM (44) ditangkap. \"Yang bersangkutan sudah di rutan "
         "Mapolres Garut,\" kata Kapolres.", {("KRM", "detained")}),
        ("Penipuan itu dilakukan oleh tiga orang terdakwa: KRM, TDS, dan WLY.",
         {("KRM", "defendant"), ("TDS", "defendant"), ("WLY", "defendant")}),
        ("Dari 4 tersangka itu, di antaranya 2 perempuan, yakni KRM (28), TDS (38) dan 2 "
         "laki-laki dengan inisial WLY (44), SPR (38).",
         {("KRM", "suspect"), ("TDS", "suspect"), ("WLY", "suspect"), ("SPR", "suspect")}),
        ("Dua terdakwa, Marni (45) dari Kecamatan Sukun dan Rini Astuti (37) dari "
         "Kecamatan Ampelgading, hadir di ruang sidang.",
         {("Marni", "defendant"), ("Rini Astuti", "defendant")}),
    ],
)  # fmt: skip
def test_stages_told_in_other_orders(text: str, expected: set[tuple[str, str]]) -> None:
    assert stages(text) == expected
