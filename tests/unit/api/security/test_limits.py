"""How often one may ask, and how much is worked on at once."""

from __future__ import annotations

import asyncio
from concurrent.futures import ThreadPoolExecutor

import pytest

from api.errors import BusyError, TooManyRequestsError, headers_of
from api.security.limits import RateLimit, Turns


def test_a_burst_then_a_steady_rate():
    limit = RateLimit(60)
    for _ in range(10):
        limit.take("ani", now=100.0)
    with pytest.raises(TooManyRequestsError) as caught:
        limit.take("ani", now=100.0)
    assert headers_of(caught.value) == {"Retry-After": "1"}
    limit.take("budi", now=100.0)
    limit.take("ani", now=101.0)
    with pytest.raises(TooManyRequestsError):
        limit.take("ani", now=101.0)


def test_what_a_rare_caller_is_told_to_wait_suffices():
    limit = RateLimit(2)
    limit.take("ani", now=0.0)
    with pytest.raises(TooManyRequestsError) as caught:
        limit.take("ani", now=0.0)
    limit.take("ani", now=float(caught.value.retry_seconds))


def test_forgiven_callers_begin_anew():
    limit = RateLimit(2)
    limit.take("ani", now=0.0)
    limit.forgive("ani")
    limit.take("ani", now=0.0)


def test_callers_do_not_fill_the_memory():
    limit = RateLimit(60)
    for number in range(30_000):
        limit.take(str(number), now=number / 10)
    assert len(limit._buckets) <= 10_001


def run(coroutine):
    # A browser under test leaves its loop in the main thread; a thread of its own has none.
    with ThreadPoolExecutor(1) as thread:
        return thread.submit(asyncio.run, asyncio.wait_for(coroutine, 60)).result()


async def holder(turns: Turns, release: asyncio.Event, log: list[str], name: str) -> None:
    try:
        await turns.take()
    except BusyError:
        log.append(f"{name} refused")
        return
    log.append(f"{name} runs")
    await release.wait()
    turns.give_back()


def test_one_may_wait_longer_than_any():
    async def story():
        turns = Turns(1, 2, 0.001)
        await turns.take()
        with pytest.raises(BusyError):
            await turns.take()
        patient = asyncio.create_task(turns.take(60))
        await asyncio.sleep(0.05)
        assert not patient.done()
        turns.give_back()
        await patient
        assert (turns.running, turns.waiting, turns.refused) == (1, 0, 1)

    run(story())


def test_turns_are_bounded_and_the_newest_goes_first():
    async def story():
        turns, release, log = Turns(1, 2, 60), asyncio.Event(), []
        tasks = []
        for name in "abcd":
            tasks.append(asyncio.create_task(holder(turns, release, log, name)))
            await asyncio.sleep(0)
            await asyncio.sleep(0)
        for _ in range(5):
            await asyncio.sleep(0)
        assert log == ["a runs", "b refused"]
        assert (turns.running, turns.waiting, turns.refused) == (1, 2, 1)
        release.set()
        await asyncio.gather(*tasks)
        assert log[2:] == ["d runs", "c runs"]
        assert (turns.running, turns.waiting) == (0, 0)

    run(story())


def test_waiting_ends():
    async def story():
        turns = Turns(1, 5, 0.01)
        await turns.take()
        with pytest.raises(BusyError) as caught:
            await turns.take()
        assert caught.value.retry_seconds == 1
        assert turns.waiting == 0
        turns.give_back()
        await turns.take()

    run(story())


def test_no_queue_refuses_at_once():
    async def story():
        turns = Turns(1, 0, 60)
        await turns.take()
        with pytest.raises(BusyError):
            await turns.take()

    run(story())


def test_a_caller_who_leaves_gives_up_its_place():
    async def story():
        turns = Turns(1, 5, 60)
        await turns.take()
        waiting = asyncio.create_task(turns.take())
        await asyncio.sleep(0)
        waiting.cancel()
        with pytest.raises(asyncio.CancelledError):
            await waiting
        assert turns.waiting == 0
        turns.give_back()
        await turns.take()
        assert turns.running == 1

    run(story())


def test_a_turn_that_comes_while_its_caller_leaves_is_not_lost():
    async def story():
        turns = Turns(1, 5, 60)
        await turns.take()
        waiting = asyncio.create_task(turns.take())
        await asyncio.sleep(0)
        turns.give_back()
        waiting.cancel()
        await asyncio.gather(waiting, return_exceptions=True)
        if not waiting.cancelled():
            turns.give_back()
        assert turns.running == 0
        await turns.take()

    run(story())
