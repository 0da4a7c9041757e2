"""Who helped; deeds in clauses of time; groups meant before; deeds of nobody named."""

from __future__ import annotations

import pytest

from tests.extractions import reader, shown

read = reader("2025-06-12")
DAY = "Selasa (10/6/2025)"


@pytest.mark.parametrize(
    ("text", "cls", "agents", "helpers"),
    [
        (f"Polres Nunukan dibantu BP3MI Kalimantan Utara menggerebek sebuah rumah di Desa Sungai "
         f"Nyamuk, {DAY}.", "Raid", ["Polres Nunukan"], ["BP3MI Kalimantan Utara"]),
        (f"Bekerja sama dengan Polda NTT, Polres Belu menangkap MS (40) di Atambua, {DAY}.",
         "Arrest", ["Polres Belu"], ["Kepolisian Daerah Nusa Tenggara Timur"]),
        (f"Lanal Dumai menggagalkan pengiriman 21 calon pekerja migran di Dumai, {DAY}, "
         "berkoordinasi dengan Polres Dumai dan Imigrasi Dumai.", "Interception", ["Lanal Dumai"],
         ["Polres Dumai", "Imigrasi Dumai"]),
        ("Pemulangan 32 WNI dari Kamboja dilakukan KBRI Phnom Penh bekerja sama dengan BP3MI "
         "Banten.", "Repatriation", ["KBRI Phnom Penh"], ["BP3MI Banten"]),
        (f"Polres Belu menangkap MS (40) di Atambua, {DAY}. Penangkapan itu dibantu Polda NTT.",
         "Arrest", ["Polres Belu"], ["Kepolisian Daerah Nusa Tenggara Timur"]),
        (f"Polres Belu menangkap MS (40) di Atambua, {DAY}. Dalam operasi itu, Polres Belu "
         "melibatkan Imigrasi Atambua.", "Arrest", ["Polres Belu"], ["Imigrasi Atambua"]),
        (f"KBRI Yangon dengan dukungan otoritas Thailand memulangkan 20 WNI, {DAY}.",
         "Repatriation", ["KBRI Yangon"], []),
        (f"Polres Belu menangkap MS (40), yang bekerja sama dengan PT Nusa Karya, {DAY}.",
         "Arrest", ["Polres Belu"], []),
        (f"Polres Belu menangkap MS (40) dalam kasus yang melibatkan petugas Imigrasi Atambua, "
         f"{DAY}.", "Arrest", ["Polres Belu"], []),
        (f"Polres Belu menangkap MS (40) di Atambua, {DAY}, lalu memeriksanya dibantu Polda NTT.",
         "Arrest", ["Polres Belu"], []),
    ],
)  # fmt: skip
def test_helpers(text: str, cls: str, agents: list[str], helpers: list[str]) -> None:
    found = read(text)
    assert shown(found, cls, "conductedBy") == agents
    assert shown(found, cls, "assistedBy") == helpers


@pytest.mark.parametrize(
    ("text", "held", "date"),
    [
        ("Sebelum ditangkap di Surabaya pada 9 Juni 2025, Darso (45) sempat kabur ke Madura.",
         ["Darso"], ["2025-06-09"]),
        ("Setelah diringkus Polres Blitar pada 9 Juni 2025, DS (45) dibawa ke Mapolres Blitar.",
         ["DS"], ["2025-06-09"]),
        ("Saat ditangkap di Blitar, Kapolres Blitar AKBP Yoga Purnama menyebut DS (45) diam.",
         [], []),
        ("Pria berinisial WR (41), yang diringkus Polres Cilacap di Desa Adipala pada Senin "
         "(9/6/2025), mengaku menyesal.", ["WR"], ["2025-06-09"]),
        ("Tersangka BN (33), yang mengantar 13 calon pekerja migran pada 5 Mei 2025, ditangkap "
         "Polda Jatim.", ["BN"], []),
    ],
)  # fmt: skip
def test_in_clauses_of_time(text: str, held: list[str], date: list[str]) -> None:
    found = read(text)
    assert shown(found, "Arrest", "apprehended") == held
    assert shown(found, "Arrest", "date") == date


@pytest.mark.parametrize(
    ("text", "cls", "whom"),
    [
        ("Sembilan warga Pesawaran telantar di Bangkok. KBRI Bangkok memulangkan kesembilannya "
         "pada 9 Juni 2025.", "Repatriation", ["Sembilan warga"]),
        ("Ada lima perempuan yang hendak terbang ke Riyadh. Kelimanya dicegah berangkat oleh "
         f"Imigrasi Soekarno-Hatta, {DAY}.", "Interception", ["lima perempuan"]),
        (f"Ada lima perempuan dan dua pria di sana. Mereka dicegah Imigrasi Batam, {DAY}.",
         "Interception", []),
        (f"Sebuah speedboat dihentikan Lanal Batam di Nongsa, {DAY}. Setelah diperiksa, kapal itu "
         "membawa 18 orang yang hendak masuk ke Malaysia.", "Interception", ["18 orang"]),
        (f"Sebuah speedboat dihentikan Lanal Batam di Nongsa, {DAY}. Kapal itu membawa 18 karung.",
         "Interception", []),
    ],
)  # fmt: skip
def test_groups_meant(text: str, cls: str, whom: list[str]) -> None:
    assert shown(read(text), cls, "affected") == whom


CAUGHT = f"Polisi mengamankan 12 calon pekerja migran di Pelabuhan Sekupang, {DAY}. "


@pytest.mark.parametrize(
    ("text", "cls", "where"),
    [
        ("Mereka ditampung selama sepekan di rumah kos di Kelurahan Tanjung Sengkuang.",
         "Harbouring", ["Kelurahan Tanjung Sengkuang"]),
        ("Mereka akan ditampung di Kelurahan Tanjung Sengkuang.", "Harbouring", []),
        ("Kini mereka ditampung di Kelurahan Tanjung Sengkuang.", "Harbouring", []),
        ("Mereka kini ditampung di shelter BP3MI di Kelurahan Tanjung Sengkuang.",
         "Harbouring", []),
        ("Terdakwa HM (52) disebut sebagai pemilik penampungan di Desa Kediri.", "Harbouring",
         ["Desa Kediri"]),
    ],
)  # fmt: skip
def test_where_people_were_kept(text: str, cls: str, where: list[str]) -> None:
    assert shown(read(CAUGHT + text), cls, "locatedIn") == where


@pytest.mark.parametrize(
    ("text", "transporters"),
    [
        (f"Dua sopir, yaitu IR (31) dan DP (28), diringkus Polres Sanggau ketika mengantar 19 "
         f"orang tanpa paspor, {DAY}.", ["IR", "DP"]),
        ("IR (31) diringkus Polres Sanggau ketika hendak mengantar 19 orang tanpa paspor.", []),
    ],
)  # fmt: skip
def test_caught_while_carrying(text: str, transporters: list[str]) -> None:
    assert shown(read(text), "Transporting", "transporter") == transporters


@pytest.mark.parametrize(
    "text",
    [
        "Saat sidak ke kantor Disnaker, Gubernur meminta BP3MI Jawa Barat memperketat pengawasan.",
        "BP3MI Banten akan menemukan solusi saat inspeksi pada 21 Juli.",
        f"Jika ditangkap di Malaysia, 12 pekerja itu akan dideportasi, {DAY}.",
        f"Setelah ditangkap di Batam, {DAY}, kuasa hukum RS (34) mengajukan praperadilan.",
    ],
)
def test_no_event(text: str) -> None:
    classes = {entity.cls for entity in read(text).entities}
    assert classes.isdisjoint({"Raid", "Arrest", "Deportation"})


def test_a_raid_told_by_when_it_was() -> None:
    found = read(
        "Edaran itu terbit setelah BP3MI Jawa Barat menemukan 213 ijazah di kantor PT Duta "
        "Wahana, Kabupaten Subang, saat inspeksi pada 9 Juni."
    )
    assert shown(found, "Raid", "conductedBy") == ["BP3MI Jawa Barat"]
    assert shown(found, "Raid", "date") == ["2025-06-09"]


@pytest.mark.parametrize(
    ("text", "origin"),
    [
        ("Tersangka menjemput para korban dari Kabupaten Malaka, lalu membawa mereka ke Nunukan "
         "dan menyeberang ke Tawau, Malaysia.", ["Kabupaten Malaka"]),
        ("Perahu itu bertolak dari Tanjung Uban membawa 21 orang menuju Johor.", ["Tanjung Uban"]),
    ],
)  # fmt: skip
def test_where_a_way_begins(text: str, origin: list[str]) -> None:
    assert shown(read(text), "Route", "origin") == origin
