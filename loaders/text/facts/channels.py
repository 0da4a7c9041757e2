"""Phones, accounts, plates and social media accounts as entities."""

from __future__ import annotations

from loaders.text import platforms
from loaders.text.context import Context
from loaders.text.regions import slug
from loaders.text.spans import Item, Kind
from ontology import types
from ontology.errors import ValueTypeError

# Kind of item to id prefix, property and value type.
_CHANNELS = {
    Kind.PHONE: ("tel", "e164", "phone"),
    Kind.ACCOUNT: ("acc", "accountNumber", "account"),
    Kind.PLATE: ("veh", "plate", "plate"),
    Kind.HANDLE: ("sns", "handle", "handle"),
    Kind.EMAIL: ("eml", "email", "email"),
}


def find(context: Context) -> None:
    """Claim the identifiers of a document; a value that does not fit its type is refused."""
    for item in context.registry_items:
        if item.kind in _CHANNELS:
            _one(context, item)
        elif item.kind is Kind.VESSEL:
            name = " ".join(item.text.split())
            id_ = context.sink.shared("ves", slug(name))
            context.registry.put(item, id_, "Vessel", name)
            context.sink.claim(id_, "name", name, (item.start, item.end))


def _one(context: Context, item: Item) -> None:
    prefix, prop, value_type = _CHANNELS[item.kind]
    span = item.start, item.end
    try:
        value = types.canonical(value_type, item.key)
    except ValueTypeError as error:
        context.sink.refuse(span, str(error))
        return
    id_ = context.sink.shared(prefix, slug(value))
    context.registry.put(item, id_, item.cls, item.text)
    original = None if value == item.text else item.text
    context.sink.claim(id_, prop, value, span, confidence=0.95, original=original)
    extra = item.value if isinstance(item.value, str) else ""
    if extra and item.kind is Kind.ACCOUNT:
        at = context.text.rfind(extra, max(0, item.start - 60), item.end + 30)
        if at >= 0:
            context.sink.claim(id_, "bank", extra, (at, at + len(extra)), confidence=0.9)
    if extra and item.kind is Kind.HANDLE:
        near = platforms.named(context.text, max(0, item.start - 40), item.end + 24)
        ends = [at for notation, *place in near if notation == extra for at in place]
        around = min([item.start, *ends]), max([item.end, *ends])
        context.sink.claim(id_, "platform", extra, around, confidence=0.85)
