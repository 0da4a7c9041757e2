"""Words set off in a sentence that say who told it: ``Keduanya, kata Kapolres, merupakan calo``.

Owns the views without them, in which a subject stands beside its verb. Refuses what tells a fact of
its own: a place, a home, whose kin somebody is.
"""

from __future__ import annotations

import copy
from collections.abc import Iterator
from contextlib import contextmanager

from loaders.text.context import Context
from loaders.text.patterns import Pattern, Text
from loaders.text.spans import Role
from loaders.text.speech import VERB
from loaders.text.view import View

_TOLD = (
    r"(?:kata|ujar|tutur|jelas|terang|ungkap|lanjut|imbuh|tambah|papar|sebut|beber|urai|tegas|ucap)(?:nya|\s+(?:dia|ia))?"
    r"|(?:kata|ujar|tutur|jelas|terang|ungkap|lanjut|imbuh|tambah|papar|sebut|beber|urai|tegas|ucap|menurut)\s(?:[^,.;:⟨\"“”]|⟨(?:PER|INI|POS|ORG|RNK|DAT|LOC)\d+⟩){1,70}?"
    r"|(?:berdasarkan|dari|sesuai)\s+(?:hasil|pengakuan|keterangan|penyelidikan|penyidikan|pemeriksaan)\b[^,.;:⟨\"“”]{0,50}?"
)
# Between commas, with the comma of the end: blanks take the place of both.
_ASIDE = Pattern(rf",\s+(?:{_TOLD}),(?=\s+(?!{VERB}\b)[a-z])")
# "RS (41), Selasa (25/11/2025), mengaku": the day of speaking stands beside the name.
_DAY = Pattern(
    r"(?<=[⟩)]),\s+(?:pada\s+|hari\s+)*⟨DAT\d+⟩(?:\s+(?:malam|pagi|siang|sore))?,(?=\s+[a-z])"
)


@contextmanager
def left_out(context: Context) -> Iterator[None]:
    """Read views in which nobody's telling stands between a subject and its verb."""
    whole = list(context.views)
    context.views[:] = [_without(one) if one.sentence.role is Role.BODY else one for one in whole]
    try:
        yield
    finally:
        context.views[:] = whole


def _without(view: View) -> View:
    text = view.masked
    for rule in (_ASIDE, _DAY):
        text = rule.sub(lambda found: " " * len(found[0]), text) if rule.search(text) else text
    if text is view.masked:
        return view
    made = copy.copy(view)
    made.masked = Text(text)
    return made
