"""How much is worked on at once, and who waits how long."""

from __future__ import annotations

import asyncio
from concurrent.futures import ThreadPoolExecutor

import pytest

from api.errors import BusyError
from api.security import turns as module
from api.security.turns import Turn, Turns


def run(coroutine):
    # A browser under test leaves its loop in the main thread; a thread of its own has none.
    with ThreadPoolExecutor(1) as thread:
        return thread.submit(asyncio.run, asyncio.wait_for(coroutine, 60)).result()


async def settle() -> None:
    for _ in range(10):
        await asyncio.sleep(0)


async def holder(turns: Turns, release: asyncio.Event, log: list[str], name: str) -> None:
    is_person = name.isupper()
    try:
        turn = await turns.take(60 if is_person else None)
    except BusyError:
        log.append(f"{name} refused")
        return
    log.append(f"{name} runs")
    await release.wait()
    turn.end()


async def refuse(turns: Turns) -> None:
    """Let somebody wait in vain."""
    with pytest.raises(BusyError):
        await turns.take(0.001)


def test_one_may_wait_longer_than_any():
    async def story():
        turns = Turns(1, 2, 0.001)
        turn = await turns.take()
        with pytest.raises(BusyError):
            await turns.take()
        patient = asyncio.create_task(turns.take(60))
        await asyncio.sleep(0.05)
        assert not patient.done()
        turn.end()
        await patient
        assert (turns.running, turns.waiting, turns.refused) == (1, 0, 1)

    run(story())


def test_turns_are_bounded_and_in_an_overload_the_newest_goes_first():
    async def story():
        turns, release, log = Turns(1, 2, 60), asyncio.Event(), []
        tasks = []
        for name in "abcd":
            tasks.append(asyncio.create_task(holder(turns, release, log, name)))
            await settle()
        assert log == ["a runs", "b refused"]
        assert (turns.running, turns.waiting, turns.refused) == (1, 2, 1)
        release.set()
        await asyncio.gather(*tasks)
        assert log[2:] == ["d runs", "c runs"]
        assert (turns.running, turns.waiting) == (0, 0)

    run(story())


def test_on_a_quiet_day_whoever_came_first_goes_first():
    async def story():
        turns, release, log = Turns(1, 9, 60), asyncio.Event(), []
        tasks = []
        for name in "abCdE":
            tasks.append(asyncio.create_task(holder(turns, release, log, name)))
            await settle()
        release.set()
        await asyncio.gather(*tasks)
        assert log == ["a runs", "C runs", "E runs", "b runs", "d runs"]
        assert turns.refused == 0

    run(story())


def test_people_go_before_programs_and_are_refused_after_them():
    async def story():
        turns, release, log = Turns(1, 3, 60), asyncio.Event(), []
        tasks = []
        for name in "aBcDE":
            tasks.append(asyncio.create_task(holder(turns, release, log, name)))
            await settle()
        assert log == ["a runs", "c refused"]
        release.set()
        await asyncio.gather(*tasks)
        assert log[2:] == ["E runs", "D runs", "B runs"]

    run(story())


def test_waiting_ends():
    async def story():
        turns = Turns(1, 5, 0.01)
        turn = await turns.take()
        with pytest.raises(BusyError) as caught:
            await turns.take()
        assert caught.value.retry_seconds == 1
        assert turns.waiting == 0
        turn.end()
        await turns.take()

    run(story())


def test_no_queue_refuses_at_once():
    async def story():
        turns = Turns(2, 0, 60, abreast=1)
        await turns.take()
        await turns.take()
        with pytest.raises(BusyError):
            await turns.take()

    run(story())


def test_a_turn_ends_once():
    async def story():
        turns = Turns(2, 0, 60)
        turn = await turns.take()
        turn.end()
        turn.end()
        assert turns.running == 0
        await turns.take()
        await turns.take()
        with pytest.raises(BusyError):
            await turns.take()

    run(story())


def test_who_takes_long_makes_room_up_to_a_bound(monkeypatch):
    monkeypatch.setattr(module, "_LONG_SECONDS", (0.001, 0.001))

    async def story():
        turns = Turns(3, 5, 60, abreast=1)
        first = await turns.take()
        second = await turns.take()
        assert not first.is_new
        third = await turns.take()
        fourth = asyncio.create_task(turns.take())
        await asyncio.sleep(0.05)
        assert (turns.running, turns.waiting) == (3, 1)
        second.end()
        assert isinstance(await fourth, Turn)
        for turn in (first, third, await fourth):
            turn.end()
        assert (turns.running, turns.waiting) == (0, 0)

    run(story())


def test_only_few_are_begun_at_once():
    async def story():
        turns = Turns(8, 5, 60, abreast=2)
        first, _ = await turns.take(), await turns.take()
        third = asyncio.create_task(turns.take())
        await settle()
        assert not third.done()
        first.end()
        await third
        assert turns.running == 2

    run(story())


def test_a_burst_is_waited_for_and_an_overload_is_not(monkeypatch):
    async def story():
        turns = Turns(1, 50, 60)
        turn = await turns.take()
        assert turns.patience_seconds == 60
        await refuse(turns)
        assert turns.is_overloaded
        assert module.BRIEFEST_SECONDS <= turns.patience_seconds < 1
        with pytest.raises(BusyError):
            await turns.take()
        # Calm again: nobody was refused for longer than it takes.
        monkeypatch.setattr(module, "CALM_SECONDS", -1.0)
        assert not turns.is_overloaded
        waiting = asyncio.create_task(turns.take())
        await asyncio.sleep(0.05)
        turn.end()
        await waiting

    run(story())


def test_in_an_overload_as_many_programs_wait_as_are_begun_at_once():
    async def story():
        turns, release, log = Turns(4, 50, 60, abreast=2), asyncio.Event(), []
        turns._usual = 60.0
        tasks = [asyncio.create_task(holder(turns, release, log, name)) for name in "ab"]
        await settle()
        await refuse(turns)
        for name in "cdXef":
            tasks.append(asyncio.create_task(holder(turns, release, log, name)))
            await settle()
        assert log == ["a runs", "b runs", "e refused", "f refused"]
        assert turns.is_crowded
        release.set()
        await asyncio.gather(*tasks)
        assert log[4:] == ["X runs", "d runs", "c runs"]
        assert not turns.is_crowded

    run(story())


def test_what_is_usual_is_learnt():
    async def story():
        turns = Turns(1, 50, 60)
        for _ in range(200):
            turn = await turns.take()
            turn.began -= 0.25
            turn.end()
        await refuse_when_full(turns)
        assert turns.patience_seconds == pytest.approx(0.25, rel=0.1)

    async def refuse_when_full(turns: Turns) -> None:
        await turns.take()
        await refuse(turns)

    run(story())


def test_a_caller_who_leaves_gives_up_its_place():
    async def story():
        turns = Turns(1, 5, 60)
        turn = await turns.take()
        waiting = asyncio.create_task(turns.take())
        await settle()
        waiting.cancel()
        with pytest.raises(asyncio.CancelledError):
            await waiting
        assert turns.waiting == 0
        turn.end()
        await turns.take()
        assert turns.running == 1

    run(story())


def test_a_turn_that_comes_while_its_caller_leaves_is_not_lost():
    async def story():
        turns = Turns(1, 5, 60)
        turn = await turns.take()
        waiting = asyncio.create_task(turns.take())
        await settle()
        turn.end()
        waiting.cancel()
        await asyncio.gather(waiting, return_exceptions=True)
        if not waiting.cancelled():
            waiting.result().end()
        assert turns.running == 0
        await turns.take()

    run(story())
