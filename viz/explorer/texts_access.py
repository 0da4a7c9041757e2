"""Texts of signing in, and of pages that somebody may not see, in Indonesian and English."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from ontology.model import Text

ACCESS_TEXTS: Final[Mapping[str, Text]] = {
    "sign_in": Text("Masuk", "Sign in"),
    "sign_out": Text("Keluar", "Sign out"),
    "sign_in_lead": Text(
        "Tempel kunci yang diberikan administrator. Setiap identitas dan pertanyaan yang Anda "
        "buka dicatat bersama keperluannya.",
        "Paste the key that the administrator gave you. Every identity and question that you "
        "open is recorded together with its purpose.",
    ),
    "sign_in_key": Text("Kunci", "Key"),
    "sign_in_purpose": Text("Keperluan", "Purpose"),
    "sign_in_purpose_hint": Text(
        "Wajib bagi penyidik, misalnya nomor perkara.",
        "Required of investigators: a case number, for example.",
    ),
    "sign_in_failed": Text("Tidak bisa masuk.", "Signing in failed."),
    "sign_in_unknown": Text(
        "Kunci ini tidak berlaku: mungkin tersalin sebagian, sudah berakhir, atau dicabut. Minta "
        "yang baru kepada administrator.",
        "This key is not in force: it may be copied in part, expired or revoked. Ask the "
        "administrator for a new one.",
    ),
    "sign_in_purposeless": Text(
        "Isi keperluannya; penyidik selalu menyebutnya, misalnya nomor perkara.",
        "Fill in the purpose; investigators always state one: a case number, for example.",
    ),
    "sign_in_often": Text(
        "Terlalu banyak percobaan yang gagal. Tunggu semenit, lalu coba lagi.",
        "Too many attempts have failed. Wait a minute, then try again.",
    ),
    "signed_in_as": Text("{name} · {role}", "{name} · {role}"),
    "error_403": Text("Tidak untuk peran ini", "Not for this role"),
    "error_403_text": Text(
        "Halaman ini tidak termasuk yang boleh dilihat dengan kunci Anda.",
        "This page is not among what your key may see.",
    ),
    "error_403_operate": Text(
        "Kunci administrator menjaga server dan tidak membaca data.",
        "A key of an administrator keeps the server running and reads no data.",
    ),
    "error_unpublished": Text("Belum diterbitkan", "Not published yet"),
    "error_unpublished_text": Text(
        "Kunci Anda membaca potret data tersendiri, yang belum dibuat. Mintalah pengelola "
        "menyebutnya dalam LACAK_AUDIENCES dan menjalankan `lacak rebuild`.",
        "Your key reads a snapshot of its own, which has not been made. Ask the administrator to "
        "name it in LACAK_AUDIENCES and to run `lacak rebuild`.",
    ),
    "keeper_title": Text("Menjaga server", "Keeping the server"),
    "keeper_lead": Text(
        "Di sini keadaan dan ukurannya. Untuk membaca data, masuk dengan kunci peran lain.",
        "Here are its status and its metrics. To read data, sign in with a key of another role.",
    ),
    "operate_ready": Text("Kesiapan (JSON)", "Readiness (JSON)"),
    "operate_status": Text("Keadaan (JSON)", "Status (JSON)"),
    "operate_metrics": Text("Ukuran (Prometheus)", "Metrics (Prometheus)"),
    "error_428": Text("Sebutkan keperluannya", "Say what for"),
    "error_428_text": Text(
        "Keluar, lalu masuk lagi dengan menyebut keperluan.",
        "Sign out, then sign in again and state a purpose.",
    ),
}
