"""Named accounts that somebody closed or blocked, and who asked for it.

Content told by number is an event of :mod:`loaders.text.facts.actions`; what is said here joins
that event where one sentence tells both. Refuses what is wished, planned or advised.
"""

from __future__ import annotations

import re

from loaders.text.context import Context
from loaders.text.facts import actions, deeds, frames, reality, ties
from loaders.text.spans import Kind, Role
from loaders.text.view import View, pattern

_THE_ACCOUNT = r"(?:⟨HAN\d+⟩[\"”']?|\b(?i:akun|grup|halaman|kanal)(?:nya|\s+(?:itu|tersebut|ini)))"
_CLOSED = pattern(
    rf"{_THE_ACCOUNT}\s*,?\s+(?:(?:itu|tersebut|telah|sudah|kini|akhirnya|kemudian|langsung|juga|resmi|pun"
    r"|berhasil|dan\s+⟨HAN\d+⟩[\"”']?)\s+)*"
    r"(?P<verb>ditutup|diblokir|diturunkan|dihapus|dibekukan|dinonaktifkan|ditangguhkan|ditakedown"
    r"|di-(?:take\s*down|suspend)|diputus(?:\s+aksesnya)?)\b"
)
_STOP = re.compile(r"\byang\b|[.;]")
_REQUEST = pattern(r"(?i:\batas\s+(?:permintaan|permohonan|rekomendasi|usul(?:an)?)\s+){ORG:who}")


def find(context: Context) -> None:
    """Claim what body sentences say of accounts that were closed."""
    for view in context.views:
        if view.sentence.role is not Role.BODY:
            continue
        _taken_down(context, view)
        _requested(context, view)


def _taken_down(context: Context, view: View) -> None:
    closed = _CLOSED.search(view.masked)
    verb = closed or deeds.CONTENT[0].search(view.masked)
    if verb is None:
        return
    at, end = verb.span("verb") if closed else verb.span()
    if closed:
        accounts = view.within(verb.start(), at, Kind.HANDLE) or ties.only_account(context)
    else:
        # "memblokir akun X yang mengelola grup Y" closes X.
        stop = _STOP.search(view.masked, end)
        accounts = view.within(end, stop.start() if stop else len(view.masked), Kind.HANDLE)
    if not accounts or not reality.is_real(view, at):
        return
    agents = frames.agents_after if closed else frames.agents_before
    by = [id_ for _, id_ in agents(context, view, end if closed else at)]
    own = frames.own_organisation(context, view, at)
    by = by or [own] * bool(own)
    event = _event_in(context, view)
    if by and not event:
        event = actions.new_takedown(context, view, at, by, "Penutupan akun", view.whole)
    voice = context.voice(view.offset(at))
    for account in accounts if event else ():
        id_, span = context.registry.of(account), (account.start, account.end)
        if id_:
            context.sink.claim(
                event, "targets", id_, span, is_object=True, voice=voice, confidence=0.8
            )


def _event_in(context: Context, view: View) -> str:
    """Return the takedown that a sentence tells already, or empty."""
    start, end = view.whole
    for id_ in context.events.get("CyberTakedown", ()):
        if start <= context.sink.entities[id_].start < end:
            return id_
    return ""


def _requested(context: Context, view: View) -> None:
    event = _event_in(context, view)
    for found in _REQUEST.finditer(view.masked) if event else ():
        id_ = context.registry.of(view.item(found, "who"))
        if id_:
            voice = context.voice(view.span(found)[0])
            context.sink.claim(
                event, "initiatedBy", id_, view.span(found), is_object=True, voice=voice,
                confidence=0.8,
            )  # fmt: skip
