"""Numbers that leave out what they count, and what they take from the number before."""

from __future__ import annotations

import pytest

from tests.extractions import reader, shown

read = reader("2025-11-20")


def counts(text: str) -> dict[str, tuple[str, ...]]:
    """Return measure, place and whole of each number of a text."""
    found = read(text)
    names = {entity.id: entity.caption for entity in found.entities}
    told: dict[str, dict[str, str]] = {}
    for claim in found.claims:
        if claim.subject.startswith("cnt:"):
            told.setdefault(claim.subject, {})[claim.property] = names.get(claim.value, claim.value)
    return {
        one["countLower"]: (
            one.get("measure", ""),
            one.get("area") or one.get("origin") or one.get("destination") or "",
            one.get("includedIn", ""),
        )
        for one in told.values()
        if "countLower" in one
    }


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "KP2MI menerima 1.583 pengaduan. Sebanyak 1.021 pengaduan sudah diselesaikan, 417 "
            "masih dalam proses, dan 145 lainnya dihentikan.",
            {
                "1583": ("complaints-received", "", ""),
                "1021": ("complaints-received", "", "1.583 pengaduan"),
                "417": ("complaints-received", "", "1.583 pengaduan"),
                "145": ("complaints-received", "", "1.583 pengaduan"),
            },
        ),
        (
            "KP2MI menerima 1.583 pengaduan. Negara asal pengaduan terbanyak ialah Malaysia (412 "
            "pengaduan), Arab Saudi (365), dan Taiwan (198).",
            {
                "1583": ("complaints-received", "", ""),
                "412": ("complaints-received", "Malaysia", ""),
                "365": ("complaints-received", "Arab Saudi", ""),
                "198": ("complaints-received", "Taiwan", ""),
            },
        ),
        (
            "Sebanyak 1.151 konten palsu ditemukan: Facebook 712, TikTok 318, dan Instagram 121.",
            {
                "1151": ("content-detected", "", ""),
                "712": ("content-detected", "", "1.151 konten"),
                "318": ("content-detected", "", "1.151 konten"),
                "121": ("content-detected", "", "1.151 konten"),
            },
        ),
        (
            "Dari 83 tersangka itu, 61 orang telah ditahan, sedangkan 22 lainnya masih diburu.",
            {
                "83": ("", "", ""),
                "61": ("suspects-arrested", "", "83 tersangka"),
                "22": ("wanted-persons", "", "83 tersangka"),
            },
        ),
        (
            "Dari 54 korban, 41 orang sudah kembali ke Tanah Air, dua meninggal dunia, dan 11 "
            "lainnya belum diketahui.",
            {
                "54": ("victims-identified", "", ""),
                "41": ("persons-repatriated", "", "54 korban"),
                "2": ("deaths", "", "54 korban"),
                "11": ("victims-identified", "", "54 korban"),
            },
        ),
    ],
)
def test_numbers_without_a_noun(text: str, expected: dict[str, tuple[str, ...]]) -> None:
    found = counts(text)
    assert {size: found.get(size, ("", "", "")) for size in expected} == expected


@pytest.mark.parametrize(
    "text",
    [
        "BP3MI menyebut korban berusia 16 dan 17 masih bersekolah.",
        "Polisi menangkap empat tersangka, yakni Bima (24), Ayu (30), dan Rizal (19).",
        "Dua orang naik bus dari Jalan Kenanga 12, Bandung 14, dan Cimahi 9.",
    ],
)
def test_ages_and_numbers_of_houses_count_nobody(text: str) -> None:
    assert not {"16", "17", "24", "30", "19", "12", "14", "9"} & counts(text).keys()


def test_two_of_a_place_are_no_share_of_those_counted_before() -> None:
    text = (
        "Imigrasi menunda keberangkatan 47 orang. Petugas mencurigai dua perempuan asal Sumbawa "
        "yang hendak ke Istanbul."
    )
    assert counts(text).get("2", ("", "", ""))[0] == ""


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("Sepanjang 2025, 28.914 warga NTB berangkat resmi.", "Nusa Tenggara Barat"),
        (
            "Warga Banyumas yang bekerja di luar negeri secara resmi mencapai 4.385 orang.",
            "Kabupaten Banyumas",
        ),
        ("Sepanjang 2025 tercatat 79.341 penempatan PMI asal Jawa Timur.", "Jawa Timur"),
    ],
)
def test_whence_those_counted_come(text: str, place: str) -> None:
    assert shown(read(text), "Count", "origin") == [place]


def test_its_own_numbers_are_those_of_the_speakers_office() -> None:
    text = (
        "Kepala BP3MI NTB Noerman Adhiguna mengatakan hal itu. Lembaganya menerima 142 aduan "
        "sepanjang 2025."
    )
    assert shown(read(text), "Count", "claimant") == ["BP3MI Nusa Tenggara Barat"]
    assert shown(read("Lembaganya menerima 142 aduan."), "Count", "claimant") == []


def test_migrants_in_trouble_are_brought_home() -> None:
    text = "BP3MI Jawa Timur memfasilitasi pemulangan 2.015 PMI terkendala sepanjang 2025."
    assert shown(read(text), "Count", "measure") == ["persons-repatriated"]
    assert shown(read("Pemulangan 30 PMI terhambat izin."), "Count", "measure") == []


def test_shares_of_a_number_told_again() -> None:
    text = (
        "Sembilan calon PMI batal berangkat ke Malaysia setelah dicegat petugas Polres Karimun, "
        "Selasa (16/9/2025).\n\nDari sembilan orang itu, enam laki-laki dan tiga lainnya "
        "perempuan. Lima di antaranya berasal dari Lombok Tengah, sisanya dari Banyuwangi."
    )
    place = ("departures-prevented", "Kabupaten Lombok Tengah", "Sembilan calon PMI")
    assert counts(text)["5"] == place
    names = shown(read(text), "Count", "name")
    assert names == ["enam laki-laki", "tiga lainnya perempuan"]


def test_most_of_what_was_taken_down_was_taken_down() -> None:
    text = (
        "Komdigi memutus akses terhadap 1.362 konten. Paling banyak ditemukan di Facebook, yaitu "
        "711 konten, disusul TikTok 402 konten."
    )
    assert shown(read(text), "Count", "measure") == ["content-taken-down"] * 3
    found = read("Petugas menemukan 711 konten di Facebook.")
    assert shown(found, "Count", "measure") == ["content-detected"]


def test_shares_quoted_in_a_row() -> None:
    text = (
        "Sepanjang 2025 BP3MI NTB memfasilitasi penempatan 31.247 pekerja migran. Angka itu turun "
        "dari tahun 2024 yang mencapai 32.754 orang.\n\nKepala BP3MI NTB Lalu Darmawan membeberkan "
        'capaian tersebut. "Malaysia masih tujuan utama, 24.960 orang. Berikutnya Hong Kong 2.315 '
        'dan Taiwan 1.870," paparnya.'
    )
    found = counts(text)
    assert found["24960"] == ("placements", "Malaysia", "")
    assert found["2315"] == ("placements", "Hong Kong", "")
    assert found["1870"] == ("placements", "Taiwan", "")
    assert shown(read(text), "Count", "window") == ["2025", "2024"]


def test_a_number_behind_the_noun_for_a_deed() -> None:
    text = "Pencegahan terbesar terjadi pada 23 Juli 2025, ketika 74 orang hendak diberangkatkan."
    assert counts(text)["74"][0] == "departures-prevented"
    assert counts("Pencegahan penyakit dilakukan pada 74 orang.")["74"][0] == ""


def test_the_number_of_another_office_is_not_its_claim() -> None:
    text = (
        "Menteri P2MI Muhtarianto menyampaikan hal itu. Sepanjang 2025 BP3MI NTB memulangkan 2.015 "
        "PMI."
    )
    assert shown(read(text), "Count", "claimant") == []
    text = "KP2MI mencabut izin itu. Kementerian juga memulangkan 642 pekerja migran."
    found = read(text)
    assert shown(found, "Count", "claimant") == ["Kementerian Pelindungan Pekerja Migran Indonesia"]


@pytest.mark.parametrize(
    ("text", "measure"),
    [
        ("Sebanyak 14 WNI korban TPPO tiba di Jakarta.", "victims-identified"),
        ("Para korban, yang berjumlah 14 orang, kini didampingi.", "victims-identified"),
        ("Petugas mengamankan 21 TKI ilegal.", "irregular-migrants"),
        ("Petugas mendata 21 pekerja migran tanpa dokumen.", "irregular-migrants"),
        ("Tercatat ada 5,2 juta pekerja migran di luar negeri.", "population-abroad"),
    ],
)
def test_what_the_words_call_those_counted(text: str, measure: str) -> None:
    assert shown(read(text), "Count", "measure") == [measure]


@pytest.mark.parametrize(
    "text", ["Petugas mendata 21 pekerja migran.", "Ada 21 akun ilegal di luar negeri."]
)
def test_who_is_not_called_so_is_not_counted_so(text: str) -> None:
    assert shown(read(text), "Count", "measure") == []


def test_three_parts_of_a_share_each_have_their_verb() -> None:
    text = (
        "Enam orang yang diduga calo diserahkan kepada Polda Kepri. Tiga di antaranya kini "
        "berstatus tersangka, seorang masih buron, dan dua lagi dipulangkan karena tak cukup bukti."
    )
    found = counts(text)
    assert found["3"][0] == "suspects-named"
    assert "persons-repatriated" not in {measure for measure, _, _ in found.values()}
    assert shown(read(text), "Repatriation", "affected") == []


def test_migrants_in_trouble_of_the_first_months() -> None:
    found = read(
        "Sebanyak 1.024 PMI terkendala dipulangkan lewat Pelabuhan Batam Center dalam sepuluh "
        "bulan pertama tahun ini."
    )
    assert shown(found, "Count", "measure") == ["persons-repatriated"]
    assert shown(found, "Count", "window") == ["2025-01/2025-10"]


def test_the_same_stretch_of_another_year_is_not_that_year() -> None:
    found = read(
        "BP3MI Kepri mencegah 312 orang, naik ketimbang periode serupa tahun lalu yang hanya 188 "
        "orang."
    )
    assert "2024" not in shown(found, "Count", "window")


def test_complaints_that_came_in_and_those_of_the_year_before() -> None:
    text = (
        "Adapun pengaduan yang masuk sebanyak 2.114, naik dari 1.870 pada 2024.\n\n"
        '"Paling banyak dari Malaysia, 803 pengaduan. Kemudian Arab Saudi 411 dan Taiwan 236," '
        "ujar Rinardi."
    )
    found = counts(text)
    assert {size: one[0] for size, one in found.items()} == dict.fromkeys(
        ["2114", "1870", "803", "411", "236"], "complaints-received"
    )


@pytest.mark.parametrize(
    "text",
    [
        "Perusahaan itu mengembalikan uang 14 calon pekerja yang batal berangkat.",
        "Petugas menahan paspor 12 orang.",
    ],
)
def test_what_is_done_to_their_things_is_not_done_to_them(text: str) -> None:
    assert shown(read(text), "Count", "measure") == []


def test_most_of_what_was_found_was_found() -> None:
    text = (
        "KP2MI menemukan 1.204 konten palsu. Sebanyak 873 konten sudah diturunkan. Paling banyak "
        "ditemukan di Facebook, 712 konten."
    )
    assert counts(text)["712"][0] == "content-detected"


def test_cases_of_complaints_are_complaints() -> None:
    text = "Pengaduan terbanyak berasal dari Malaysia sebanyak 486 kasus, lalu Taiwan 271 kasus."
    assert shown(read(text), "Count", "measure") == ["complaints-received"] * 2


def test_people_among_those_counted_before() -> None:
    text = (
        "Tahun ini, hingga Oktober, Jawa Timur menempatkan 61.370 pekerja migran, dan 24.805 orang "
        "di antaranya ke Taiwan."
    )
    assert counts(text)["24805"] == ("placements", "Taiwan", "61.370 pekerja migran")
    assert counts(text)["61370"] == ("placements", "", "")


def test_what_is_left_and_who_is_among_all() -> None:
    text = (
        "Polres Karimun mencegah 14 calon pekerja migran, Minggu (9/11/2025). Dari 14 CPMI "
        "tersebut, sepuluh orang berasal dari Lombok Timur dan empat sisanya dari Lombok Tengah. "
        "Dua di antaranya masih di bawah umur."
    )
    whole = "14 calon pekerja migran"
    found = counts(text)
    assert found["10"] == ("departures-prevented", "Kabupaten Lombok Timur", whole)
    assert found["4"] == ("departures-prevented", "Kabupaten Lombok Tengah", whole)
    assert found["2"] == ("departures-prevented", "", whole)
    assert shown(read(text), "Count", "countLower").count("14") == 1


def test_three_victims_are_not_the_three_suspects() -> None:
    text = "Polisi menangkap tiga tersangka. Tiga korban itu lalu dipulangkan ke Kupang."
    measures = sorted(shown(read(text), "Count", "measure"))
    assert measures == ["persons-repatriated", "suspects-arrested"]


def test_parts_of_suspects_are_suspects() -> None:
    told = counts(
        "Sebanyak 22 orang telah ditetapkan sebagai tersangka. Dari 22 tersangka itu, sembilan di "
        "antaranya ditahan. Kemudian ada 12 yang sudah kami masukkan dalam daftar pencarian orang."
    )
    assert told["9"] == ("suspects-arrested", "", "22 tersangka")
    assert told["12"][0] == "wanted-persons"


def test_what_is_not_done_measures_nothing() -> None:
    told = counts("Sementara satu tersangka, seorang perempuan, tidak ditahan karena sakit.")
    assert told["1"][0] == ""


@pytest.mark.parametrize("words", ["bukan dalam 2 kasus", "bukan 2 kasus", "bukanlah 2 kasus"])
def test_what_is_denied_is_not_counted(words: str) -> None:
    assert "2" not in counts(f"Polres Tegal menangani perkara itu, {words} yang sama.")


def test_not_only_counts() -> None:
    assert "2" in counts("Polres Tegal mengungkap bukan hanya 2 kasus.")
