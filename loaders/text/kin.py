"""Words for those beside a person: kin, partners, employers.

Owns the one question of whose name stands behind such a word: ``Rekan Yusnidar, Zulkifli,
divonis`` tells of Zulkifli.
"""

from __future__ import annotations

from loaders.text.patterns import Pattern

KIN = (
    r"(?:kakak|adik|istri|suami|anak(?!\s+(?:usaha|perusahaan|cabang|buah))|ayah|ibu|bapak|paman|bibi|sepupu|keponakan|mertua|ipar|menantu|saudara|kerabat|abang|kakek|nenek|cucu|besan"
    r"|keluarga|rekan|teman|tetangga|pacar|kekasih|bos|atasan|bawahan|majikan|karyawan|sopir|klien"
    r"|mantan\s+suami|mantan\s+istri)(?:\s+(?:kandung|siri|tiri|angkat|ipar|sambung))?"
)
"""Pattern of such a word."""
OF_KIN = Pattern(rf"(?i)\b(?<!suami )(?<!kakak )(?<!dan ){KIN}\s+(?:dari\s+|si\s+)?$")
"""Matches the text before the name of the one to whom somebody else is kin."""
