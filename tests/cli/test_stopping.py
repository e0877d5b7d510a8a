import asyncio
import os
import signal

import pytest

from baton.cli.stopping import Stop, run


async def never_done() -> None:
    await asyncio.Event().wait()


def send(number: int) -> None:
    os.kill(os.getpid(), number)


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM, signal.SIGHUP])
def test_a_signal_is_the_normal_end_of_work_that_lasts(
    number: signal.Signals, capsys: pytest.CaptureFixture[str]
) -> None:
    async def work(_: Stop) -> None:
        send(number)
        await never_done()

    run(work, lasts=True)
    assert capsys.readouterr().err.splitlines() == ["Stopping.", "Stopped. Everything is saved."]


def test_work_that_a_signal_cut_short_is_not_reported_as_done(capsys: pytest.CaptureFixture[str]) -> None:
    async def work(_: Stop) -> None:
        send(signal.SIGINT)
        await never_done()

    with pytest.raises(SystemExit) as ended:
        run(work)
    assert ended.value.code == 130
    assert "before it was done" in capsys.readouterr().err


def test_an_impatient_second_signal_does_not_break_the_closing() -> None:
    closed: list[str] = []

    async def work(_: Stop) -> None:
        try:
            send(signal.SIGINT)
            await never_done()
        finally:
            send(signal.SIGINT)
            await asyncio.sleep(0.01)
            closed.append("in order")

    run(work, lasts=True)
    assert closed == ["in order"]


def test_while_serving_a_signal_ends_the_serving_and_the_work_goes_on_to_its_end() -> None:
    steps: list[str] = []

    async def work(stop: Stop) -> None:
        left = asyncio.Event()
        with stop.by(left.set):
            send(signal.SIGTERM)
            await left.wait()
        steps.append("closed after serving")

    run(work, lasts=True)
    assert steps == ["closed after serving"]


def test_a_terminal_that_has_gone_does_not_keep_the_work_from_stopping(monkeypatch: pytest.MonkeyPatch) -> None:
    def gone(*_: object, **__: object) -> None:
        raise OSError(5, "Input/output error")

    monkeypatch.setattr("click.echo", gone)

    async def work(_: Stop) -> None:
        send(signal.SIGHUP)
        await never_done()

    run(work, lasts=True)


def test_what_fails_by_itself_still_fails() -> None:
    async def work(_: Stop) -> None:
        raise ValueError("on its own")

    with pytest.raises(ValueError, match="on its own"):
        run(work, lasts=True)
