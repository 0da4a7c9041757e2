"""Shared helpers of the token grammars: capitalised runs and the words that end them."""

from __future__ import annotations

import re
from collections.abc import Sequence

from loaders.text.spans import Token

_CAPITAL = re.compile(r"[A-ZÀ-Þ]")

# Capitalised words that never belong to the name of a place, company or person they follow.
STOPS = frozenset(
    """Senin Selasa Rabu Kamis Jumat Jum'at Sabtu Minggu Januari Februari Maret April Mei Juni Juli
    Agustus September Oktober November Desember Yang Dan Di Ke Dari Pada Untuk Dengan Dalam Oleh
    Atas Serta Atau Juga Ini Itu Para Ia Dia Mereka Kami Kita Saya Menurut Kata Ujar Namun Selain
    Sementara Sebelumnya Setelah Saat Ketika Karena Jika Bila Agar Tidak Telah Akan Sudah Masih
    Hingga Sampai Sejak Kepada Terhadap Tentang Seorang Sebanyak Sejumlah Salah Adapun Sebab Hal
    Kasus Korban Tersangka Terdakwa Pelaku Polisi Petugas Pihak Tim Polda Polres Polresta
    Polrestabes Polsek Kapolda Kapolres Kapolresta Kapolrestabes Kapolsek Wakapolda Wakapolres
    Kabid Kabidhumas Kasat Kasatreskrim Kasi Kasubdit Kanit Kabag Dirreskrimum Direktur Direktorat
    Kepala Ketua Sekretaris Gubernur Bupati Walikota Menteri Wakil Wamen Presiden Deputi Dirjen
    Komisaris Kombes AKBP Kompol AKP Iptu Ipda Aiptu Aipda Bripka Irjen Brigjen Komjen Jenderal
    Kolonel Letkol Mayor Kapten Letda Laksamana Laksma Drs Dra Dr Ir Prof Haji Hj Bapak Ibu Pak Bu
    Sdr Kementerian Badan Dinas Kantor Pemerintah Pemprov Pemkab Pemkot Pemda Provinsi Kabupaten
    Kota Kecamatan Kelurahan Desa Jalan Jl Pelabuhan Bandara PT CV UD BP3MI BP2MI P4MI KP2MI P2MI
    PMI CPMI WNI TKI TPPO Pasal Undang-Undang UU Nomor Tahun Rp Indonesia Republik RI Tindak Pidana
    Perdagangan Orang Pekerja Migran Calon Kejaksaan Pengadilan Majelis Hakim Jaksa Penuntut
    Satreskrim Satgas Unit Subdit Ditreskrimum Bareskrim Polri Mabes Kapolri Imigrasi Konferensi
    Anggota Pegawai Staf Warga Pasangan Asal Dusun Kampung Alias Als Bin Binti Bersama Beserta Baca Foto Sumber Editor Pewarta
    Reporter Penulis WIB WITA WIT Seluruh Semua Setiap Beberapa Berdasarkan Terkait Melalui Usai
    Dalam Berikut Hasil Lebih Kurang Bahkan Sedangkan Meski Walau Tetapi Tapi Sehingga Maka Lalu
    Kemudian Selanjutnya Akhirnya Kini Sekarang Nantinya Total Jumlah Surat Izin Perusahaan Toyota
    Avanza Honda Daihatsu Xenia Suzuki Mitsubishi Isuzu Yamaha Wuling Innova Barang Bukti Paspor
    Program Media Sosial Hari Anti Pos Lowongan Loker Akun Facebook Instagram TikTok WhatsApp
    Telegram Google Meta Komdigi Visa Akibat Penasehat Penasihat Kuasa Pengacara Alhamdulillah Insyaallah Rapat Koordinasi
    Tunda Gagalkan Ungkap Tangkap Bongkar Amankan Cegah Ringkus Bekuk Selamatkan Pulangkan Deportasi
    Cabut Blokir Tetapkan Gelar Teken Jadi Kejar Sita Buru Hukum Divonis Tangani Cegat Gerebek
    Terbitkan Temukan Soroti Perkuat Bentuk Luncurkan Resmikan Beri Minta Imbau Ingatkan Tegaskan
    Sebut Kirim Rekrut Bawa Serahkan Fasilitasi Kawal Jemput Periksa Limpahkan Tahan Kerahkan
    Siapkan Dorong Keberangkatan Pengiriman Puluhan Ratusan Ribuan Belasan Usut Dalami Segel
    Konferensi Warga Negara Seorang Pria Wanita Perempuan Asisten Rumah Tangga Nomor Dugaan Pencabutan Putusan Vonis Keputusan""".split()
)


def is_capital(token: Token) -> bool:
    """Whether a token starts with a capital letter."""
    return bool(_CAPITAL.match(token.text))


def adjoins(tokens: Sequence[Token], index: int) -> bool:
    """Whether a token follows its predecessor with nothing but white space between."""
    return index > 0 and tokens[index].start - tokens[index - 1].end <= 2


def capitals(
    tokens: Sequence[Token], index: int, limit: int, stops: frozenset[str] = STOPS
) -> int:
    """Return how many tokens from a position on form a capitalised run without stop words."""
    count = 0
    while index + count < len(tokens) and count < limit:
        token = tokens[index + count]
        if not is_capital(token) or token.text in stops:
            break
        if count and not adjoins(tokens, index + count):
            break
        count += 1
    return count
