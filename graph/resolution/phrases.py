"""The reasons that comparisons give, in words: one entry per reason, in both languages.

``{0}`` and ``{1}`` are what the left and the right name have, or what agreed or is missing.
"""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from ontology.model import Text

PHRASES: Mapping[str, Text] = MappingProxyType(
    {
        # words
        "word": Text(id="{0}", en="{0}"),
        "spelling": Text(id="{0} = {1} (ejaan)", en="{0} = {1} (spelling)"),
        "initial": Text(id="{0} = {1} (inisial)", en="{0} = {1} (initial)"),
        "abbreviation": Text(id="{0} = {1} (singkatan)", en="{0} = {1} (abbreviation)"),
        "joined": Text(id="{0} = {1} (tulisan serangkai)", en="{0} = {1} (joined writing)"),
        "typo": Text(id="{0} = {1} (kemungkinan salah tulis)", en="{0} = {1} (probably a slip)"),
        "words": Text(id="{0} ≠ {1}", en="{0} ≠ {1}"),
        "order": Text(id="urutan kata ({0}, {1})", en="order of words ({0}, {1})"),
        # persons
        "sex": Text(id="jenis kelamin ({0}, {1})", en="sex ({0}, {1})"),
        "father": Text(id="nama ayah {0}", en="father {0}"),
        "fathers": Text(id="nama ayah ({0}, {1})", en="father ({0}, {1})"),
        "generation": Text(id="sebutan {0}", en="suffix {0}"),
        "generations": Text(id="sebutan ({0}, {1})", en="suffix ({0}, {1})"),
        "title": Text(id="gelar {0}", en="title {0}"),
        "alias": Text(id="alias", en="alias"),
        "aliases": Text(id="alias ({0}, {1})", en="alias ({0}, {1})"),
        "alias used": Text(id="alias {0} dipakai sebagai nama", en="alias {0} used as the name"),
        "alias only": Text(id="hanya alias yang cocok", en="only the aliases agree"),
        "common": Text(id="nama umum, sedikit membuktikan", en="a common name proves little"),
        "full name": Text(id="nama lengkap (hanya inisial)", en="a full name (initials only)"),
        "second word": Text(id="kata lengkap kedua", en="a second word in full"),
        # companies
        "form": Text(id="bentuk hukum {0}", en="legal form {0}"),
        "forms": Text(id="bentuk hukum ({0}, {1})", en="legal form ({0}, {1})"),
        "number": Text(id="nomor ({0}, {1})", en="number ({0}, {1})"),
        "branch": Text(id="cabang {0}", en="branch {0}"),
        "branches": Text(id="cabang ({0}, {1})", en="branch ({0}, {1})"),
        "former name": Text(id="nama lama {0}", en="former name {0}"),
        "acronym": Text(id="singkatan {0} cocok", en="acronym {0} fits"),
        "acronym stated": Text(id="singkatan {0} disebut sumber", en="acronym {0} as stated"),
        # public bodies
        "body": Text(id="lembaga {0}", en="body {0}"),
        "bodies": Text(id="lembaga ({0}, {1})", en="body ({0}, {1})"),
        "part": Text(id="unsur {0}", en="part {0}"),
        "territory": Text(id="wilayah {0}", en="territory {0}"),
        "territories": Text(id="wilayah ({0}, {1})", en="territory ({0}, {1})"),
        "grade": Text(id="tipe ({0}, {1})", en="grade ({0}, {1})"),
        "class": Text(id="kelas ({0}, {1})", en="class ({0}, {1})"),
        # identifiers
        "phone": Text(id="nomor telepon {0}", en="phone number {0}"),
        "nik": Text(id="NIK {0}", en="NIK {0}"),
        "passport": Text(id="nomor paspor {0}", en="passport number {0}"),
        "account": Text(id="nomor rekening {0}", en="account number {0}"),
        "plate": Text(id="nomor polisi {0}", en="number plate {0}"),
        "handle": Text(id="nama akun {0}", en="handle {0}"),
        "email": Text(id="alamat surel {0}", en="email address {0}"),
        "unreadable": Text(id="nilai yang dapat dibaca", en="a readable value"),
        "one off": Text(id="beda satu angka ({0}, {1})", en="one digit apart ({0}, {1})"),
        "other": Text(id="nilai ({0}, {1})", en="value ({0}, {1})"),
        "nik region": Text(id="wilayah NIK {0}", en="region of the NIK {0}"),
        "nik birth": Text(id="tanggal lahir {0}", en="birth date {0}"),
        "nik sex": Text(id="jenis kelamin {0}", en="sex {0}"),
        # addresses
        "street": Text(id="jalan {0}", en="street {0}"),
        "house": Text(id="nomor {0}", en="number {0}"),
        "rt": Text(id="RT {0}", en="RT {0}"),
        "rw": Text(id="RW {0}", en="RW {0}"),
        "village": Text(id="desa {0}", en="village {0}"),
        "hamlet": Text(id="kampung {0}", en="hamlet {0}"),
        "district": Text(id="kecamatan {0}", en="district {0}"),
        "regency": Text(id="kabupaten/kota {0}", en="regency {0}"),
        "province": Text(id="provinsi {0}", en="province {0}"),
        "place": Text(id="tempat {0}", en="place {0}"),
        # beside the name
        "born": Text(id="tanggal lahir {0}", en="birth date {0}"),
        "borns": Text(id="tanggal lahir ({0}, {1})", en="birth date ({0}, {1})"),
        "home": Text(id="wilayah {0}", en="region {0}"),
        "shared": Text(id="sama-sama terhubung dengan {0}", en="both linked to {0}"),
        "document": Text(id="disebut dokumen yang sama {0}", en="named by one document {0}"),
        "alone": Text(id="bukti di luar nama", en="evidence beyond the name"),
        # the frame of an explanation
        "same": Text(id="Sama", en="Same"),
        "different": Text(id="Berbeda", en="Different"),
        "review": Text(id="Perlu diperiksa", en="To be reviewed"),
        "agreed": Text(id="cocok", en="agreed"),
        "disagreed": Text(id="bertentangan", en="disagreed"),
        "missing": Text(id="hanya di satu pihak", en="on one side only"),
    }
)
"""Texts by code; a code that is not here cannot be given as a reason."""
