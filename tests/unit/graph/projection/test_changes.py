from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from graph.projection.rebuild import changes

states = st.dictionaries(st.text("abc:é🛶", max_size=3), st.binary(max_size=1), max_size=12)


def ordered(state: dict[str, bytes]) -> list[tuple[str, bytes]]:
    return sorted(state.items(), key=lambda item: item[0].encode())


@given(states, states)
def test_deleting_and_writing_leads_from_one_state_to_the_other(
    old: dict[str, bytes], fresh: dict[str, bytes]
) -> None:
    gone, new = changes(iter(ordered(old)), iter(ordered(fresh)))
    held = {k: v for k, v in old.items() if k not in gone}
    assert not held.keys() & set(new), "nothing is written over"
    held |= {k: fresh[k] for k in new}
    assert held == fresh


@given(states, states)
def test_only_what_changed_is_touched(old: dict[str, bytes], fresh: dict[str, bytes]) -> None:
    gone, new = changes(iter(ordered(old)), iter(ordered(fresh)))
    unchanged = {k for k, v in old.items() if fresh.get(k) == v}
    assert not unchanged & {*gone, *new}
    assert len(gone) == len(set(gone))
    assert len(new) == len(set(new))
