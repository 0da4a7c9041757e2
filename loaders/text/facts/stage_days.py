"""The day of a stage that the sentence behind tells: ``Penetapan itu dilakukan Selasa (3/6)``.

Owns the nouns that go on about a stage. Refuses stages that have a day, and sentences behind which
persons of more than one sentence may be meant.
"""

from __future__ import annotations

from loaders.text.context import Context
from loaders.text.facts import frames, reality
from loaders.text.facts.stages import claim_since
from loaders.text.patterns import Pattern
from loaders.text.view import View

_NOUNS = Pattern(
    r"^[\"“]?(?P<noun>Penetapan|Penahanan|Pemeriksaan)(?:\s+(?:status|tersangka|terhadap\s+\w+|atas\s+\w+))*(?:\s+(?:itu|tersebut|ini|keduanya|ketiganya|mereka))?\s+"
    r"(?:\w+\s+)?(?:dilakukan|diputuskan|berlangsung|terjadi|dilaksanakan)\b"
)
_STAGES = {"Penetapan": "suspect", "Penahanan": "detained", "Pemeriksaan": "questioned"}
_BACK = 2


def find(context: Context, view: View) -> None:
    """Claim the day of the stages that the sentences just before give."""
    found = _NOUNS.match(view.masked)
    if found is None or not reality.is_real(view, found.end() - 3):
        return
    date = frames.date_of(view, found.end())
    number = view.sentence.number
    before = context.views[max(0, number - _BACK)]
    if date is None:
        return
    stage = _STAGES[found["noun"]]
    told = {
        c.subject: None
        for c in context.sink.claims.values()
        if c.property == "stage"
        and c.value == stage
        and before.sentence.start <= c.start < view.sentence.start
    }
    for relation in told:
        if "date" not in context.sink.told_of(relation):
            claim_since(context, relation, date)
