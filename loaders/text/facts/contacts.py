"""At which numbers, accounts and addresses an agency can be reached.

Owns the words of contact between an agency and its channels: ``hotline Polda NTB 0811…, Instagram
@…``; where a sentence names no agency, that of the official who says it. Refuses channels with
another verb between, and sentences with several agencies.
"""

from __future__ import annotations

from loaders.text.context import Context
from loaders.text.facts import users
from loaders.text.holdings import FIRMS
from loaders.text.patterns import Pattern
from loaders.text.spans import Item
from loaders.text.view import View, pattern

_CALL = (
    r"(?:di)?hubungi|menghubungi|lapor(?:kan)?|melapor(?:kan)?|mengadu(?:kan)?|diadukan|dilaporkan|pengaduan|aduan|hotline|hot\s+line|call\s+center"
    r"|layanan|kontak|narahubung|informasi|konsultasi|berkonsultasi"
)
_CALLED = Pattern(rf"(?i)\b(?:{_CALL})\b")
# What may stand between an agency, or the call to reach it, and a channel: no other clause.
_FILL = Pattern(
    rf"(?i)(?:[\s,:()/–-]+|⟨(?:PHO|HAN|EML)\d+⟩|\d{{1,4}}\b|\b(?:{_CALL}|di|pada|ke|melalui|lewat|via|dengan|dan|atau|serta|maupun|nomor|no\.?|telepon|telp\.?|wa"
    r"|whatsapp|hp|ponsel|seluler|sms|chat|center|centre|akun|kanal|saluran|media|sosial|medsos|resmi|instagram|facebook|x|twitter|tiktok|telegram|surel|surat"
    r"|elektronik|email|e-mail|alamat|situs|laman|website|web|yakni|yaitu|jam|darurat|siaga|aktif|bebas|pulsa|kantor|terdekat|setempat|langsung"
    r"|juga|bisa|dapat|menerima|mengimbau|meminta|mengajak|wni|agar|mereka|jika|ini|itu|tersebut|segera|posko|membuka|menyediakan|menyiapkan|mengaktifkan|memiliki|bagi|untuk|para|masyarakat|warga|keluarga|korban|publik"
    r"|yang|ingin|membutuhkan|mengetahui|melihat|merasa|menjadi|kehilangan|[a-z0-9.-]+\.(?:go|or)\.id)\b)*"
)
# "ke kantor BP3MI atau melalui nomor …": somebody else's number, perhaps.
_OR = Pattern(r"[^⟨]*\batau\b")
_CHANNEL = Pattern(r"⟨(?:PHO|HAN|EML)\d+⟩")
# "Masyarakat dapat melapor ke nomor …" is said to all; an advertisement speaks to those it cheats.
_TO_ALL = Pattern(
    r"(?i)\b(?:masyarakat|warga|publik|silakan|imbau\w*|mengimbau|diimbau|siapa\s+pun|bagi\s+yang|(?:pihak|keluarga|orang|korban)\s+yang\s+(?:merasa|mengetahui))\b"
)
_ADVERT = Pattern(
    r"(?i)\b(?:iklan|poster|brosur|unggahan|pelamar|diarahkan|mengarahkan|pelaku|tersangka|terdakwa|akun\s+(?:itu|tersebut|palsu))\b"
)
_AGENCY = pattern(r"(?P<who>{ORG})")


def find(context: Context) -> None:
    """Claim whose the channels are that body sentences ask people to use."""
    for view in context.body():
        if _CALLED.search(view.masked):
            _find(context, view)


def _find(context: Context, view: View) -> None:
    calls = list(_CALLED.finditer(view.masked))
    agencies = [
        (found.end(), item)
        for found in _AGENCY.finditer(view.masked)
        if (item := view.item(found, "who")) and _is_agency(item)
    ]
    is_public = not agencies and _TO_ALL.search(view.masked) and not _ADVERT.search(view.masked)
    for found in _CHANNEL.finditer(view.masked):
        item = view.marked(found[0])
        near = [
            one
            for end, one in agencies
            if _FILL.fullmatch(view.masked, end, found.start())
            and not _OR.match(view.masked[end : found.start()])
        ]
        if near:
            _claim(context, near[-1], item)
        elif is_public and any(
            _FILL.fullmatch(view.masked, call.end(), found.start()) for call in calls
        ):
            _claim_for_speaker(context, item)


def _is_agency(item: Item) -> bool:
    return item.cls not in FIRMS | {"MediaOrganization", "TraffickingNetwork", ""}


def _claim(context: Context, agency: Item, channel: Item) -> None:
    span = min(agency.start, channel.start), max(agency.end, channel.end)
    who, what = context.registry.of(agency), context.registry.of(channel)
    if who and what:
        users.relate(context, (who, what), span, context.voice(span[0]))


def _claim_for_speaker(context: Context, channel: Item) -> None:
    """Claim a channel as that of the agency of the one official who asks to use it."""
    voice = context.voice(channel.start)
    orgs = {context.registry.org_of.get(one, "") for one in voice.speakers}
    who, what = orgs.pop() if len(orgs) == 1 else "", context.registry.of(channel)
    agency = context.sink.entities.get(who)
    if what and agency and agency.cls not in FIRMS:
        users.relate(context, (who, what), (channel.start, channel.end), voice)
