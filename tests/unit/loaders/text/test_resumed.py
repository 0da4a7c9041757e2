"""What opens with the noun for a deed, who led it, and agents behind places and full names."""

from __future__ import annotations

import pytest

from tests.extractions import reader, shown

read = reader("2025-06-12")
DAY = "Selasa (10/6/2025)"
HOME = "KBRI Yangon memulangkan 20 WNI korban penipuan daring di Myanmar. "
BOAT = (
    f"Polres Karimun mengungkap pengiriman PMI ilegal di perairan Pulau Babi, {DAY} sekira pukul "
    "02.30 WIB. {led}menghentikan kapal tanpa nama. Dari atas kapal, petugas mendapati 17 calon "
    "PMI yang hendak ke Johor."
)


@pytest.mark.parametrize(
    ("text", "cls", "prop", "values"),
    [
        (f"{HOME}Kepulangan mereka melalui Bandara Soekarno-Hatta pada {DAY} dikawal petugas.",
         "Repatriation", "date", ["2025-06-10"]),
        (f"{HOME}Kedatangan mereka di Bandara Soekarno-Hatta, {DAY}, disambut keluarga.",
         "Repatriation", "transit", ["Bandara Soekarno-Hatta"]),
        (f"{HOME}Kepulangan mereka diumumkan KBRI pada {DAY}.", "Repatriation", "date", []),
        (f"{HOME}Pemulangan ini merupakan hasil kolaborasi antara Direktorat Pelindungan WNI "
         "Kementerian Luar Negeri dengan KBRI Bangkok.", "Repatriation", "conductedBy",
         ["KBRI Yangon", "Kementerian Luar Negeri", "KBRI Bangkok"]),
        (f"{HOME}Pemulangan ini merupakan hasil laporan keluarga kepada KBRI Bangkok.",
         "Repatriation", "conductedBy", ["KBRI Yangon"]),
        (f"{HOME}Pemulangan ini dipimpin langsung oleh tim gabungan Bareskrim Polri dan Polres "
         "Karimun.", "Repatriation", "ledBy", ["Badan Reserse Kriminal Polri", "Polres Karimun"]),
        (f"{HOME}Pemulangan berikutnya akan dipimpin Bareskrim Polri.", "Repatriation", "ledBy",
         []),
        ("Sebanyak 28 WNI korban TPPO telah difasilitasi pemulangannya dari Phnom Penh, Kamboja, "
         f"ke Indonesia oleh KBRI Phnom Penh, {DAY}.", "Repatriation", "conductedBy",
         ["KBRI Phnom Penh"]),
        ("Sebanyak 36 WNI yang terjebak penipuan daring di Kamboja tiba di Indonesia pada "
         f"{DAY}. Pemulangan mereka dibiayai negara.", "Repatriation", "date", ["2025-06-10"]),
        (f"Sebanyak 36 WNI tiba di Kamboja pada {DAY}. Pemulangan mereka belum dijadwalkan.",
         "Repatriation", "date", []),
        ("Empat WNI turun di Suva pada Desember 2024 dan dipulangkan KBRI Wellington ke Indonesia "
         "pada 9 Januari 2025.", "Repatriation", "date", ["2025-01-09"]),
        (BOAT.format(led="Tim gabungan yang dipimpin Kasat Polairud Iptu Rudi Hartono "),
         "Interception", "ledBy", ["Rudi Hartono"]),
        (BOAT.format(led="Petugas "), "Interception", "ledBy", []),
        (BOAT.format(led="Petugas "), "Interception", "date", ["2025-06-10"]),
        (BOAT.format(led="Petugas ").replace(" sekira pukul 02.30 WIB", ""), "Interception",
         "date", []),
    ],
)  # fmt: skip
def test_what_a_noun_resumes(text: str, cls: str, prop: str, values: list[str]) -> None:
    assert shown(read(text), cls, prop) == values


@pytest.mark.parametrize(
    ("text", "cls", "prop", "values"),
    [
        ("BP3MI Kalimantan Barat, Pontianak menggagalkan pengiriman enam calon pekerja migran.",
         "Interception", "conductedBy", ["BP3MI Kalimantan Barat"]),
        ("BP3MI Jawa Barat dan Kementerian Tenaga Kerja (Kemenaker) menggagalkan keberangkatan 16 "
         f"calon pekerja migran, {DAY}.", "Interception", "conductedBy",
         ["BP3MI Jawa Barat", "Kementerian Ketenagakerjaan"]),
        (f"Kapolres Belu AKBP Yoga Purnama mengatakan pada {DAY}, sekira pukul 17.00 WITA, Satgas "
         "TPPO Polres Belu memeriksa sebuah rumah dan menggagalkan keberangkatan dua calon "
         "pekerja migran.", "Interception", "conductedBy", ["Satgas TPPO Polres Belu"]),
        ("Petugas gabungan terdiri dari BP3MI Jawa Timur, Kodim 0807 dan Polsek Rejotangan. "
         "Petugas mengamankan tiga calon pekerja migran yang hendak ke Malaysia.",
         "Interception", "conductedBy",
         ["BP3MI Jawa Timur", "Kodim 0807", "Polsek Rejotangan"]),
        (f"Lanal Dumai mengamankan sembilan PMI nonprosedural di perairan Rupat, {DAY}.",
         "Interception", "conductedBy", ["Lanal Dumai"]),
        (f"Lanal Dumai mengamankan sembilan PMI nonprosedural di perairan Rupat, {DAY}. Mereka "
         "mengaku baru kembali dari Malaysia.", "Interception", "conductedBy", []),
        ("Polsek Rejotangan mengamankan sembilan PMI nonprosedural.", "Interception",
         "conductedBy", []),
        ("Polisi melakukan penggrebekan di sebuah rumah di Kelurahan Pahang.", "Raid",
         "occurredAt", ["Kelurahan Pahang"]),
        ("Penampungan itu akan digrebek Polres Belu.", "Raid", "conductedBy", []),
        (f"Ruko itu digrebek Polres Belu, {DAY}.", "Raid", "conductedBy", ["Polres Belu"]),
        ("Polres Belu meringkus MS (40), yang terlibat pengiriman 30 PMI yang tenggelam di "
         "perairan Nongsa, Batam.", "Arrest", "occurredAt", []),
        ("Polda Jatim menyelamatkan 8 calon pekerja migran di Lumajang. \"Dari rumah itu kami "
         "amankan 8 calon pekerja migran,\" kata Kapolda Jatim Irjen Raka Wibawa.",
         "Interception", "affected", []),
        ("BP2MI bekerja sama dengan Komisi IX DPR RI menyelenggarakan kegiatan sosialisasi "
         f"pencegahan TPPO di Kabupaten Kubu Raya pada {DAY}.", "Outreach", "conductedBy",
         ["Badan Pelindungan Pekerja Migran Indonesia"]),
        ("Imigrasi Malang menggelar rapat koordinasi pencegahan TPPO, "
         f"{DAY}. Rakor yang dipimpin Kepala Imigrasi Malang Galang Prakoso menindaklanjuti "
         "instruksi tertanggal 30 Mei 2025.", "Meeting", "date", ["2025-06-10"]),
    ],
)  # fmt: skip
def test_who_did_it(text: str, cls: str, prop: str, values: list[str]) -> None:
    assert sorted(shown(read(text), cls, prop)) == sorted(values)


LINES = (
    f"Lanal Dumai menangkap sebuah kapal tanpa nama di perairan Rupat, Bengkalis, {DAY}.",
    "Kapal yang ditangkap tersebut memuat 18 TKI ilegal yang akan diberangkatkan ke Malaysia.",
    "Danlanal Dumai Letkol Raka Wibawa menyampaikan terima kasih kepada warga.",
    "Menurut dia, patroli terus dilakukan setiap malam.",
    "Warga diminta melapor bila melihat kapal yang mencurigakan.",
    "Laut di sana sedang tenang.",
)


@pytest.mark.parametrize(
    ("text", "sizes"),
    [
        # Each sentence has a paragraph of its own: a break says nothing.
        ("\n\n".join(LINES), ["18 pekerja migran"]),
        (" ".join(LINES[:2]) + "\n\n" + " ".join(LINES[2:]), ["18 pekerja migran"]),
        # In an article of full paragraphs it does.
        (LINES[0] + "\n\n" + " ".join(LINES[1:]), []),
        # Another ship, further on.
        ("\n\n".join([LINES[0], *LINES[2:], LINES[1]]), []),
    ],
)
def test_a_break_behind_each_sentence_says_nothing(text: str, sizes: list[str]) -> None:
    assert shown(read(text), "Interception", "affected") == sizes
