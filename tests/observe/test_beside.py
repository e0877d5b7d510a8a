from pathlib import Path

import pytest

from baton.observe.beside import Beside, merged

ONE = '# HELP a_total Things.\n# TYPE a_total counter\na_total{kind="x"} 3.0\n# HELP b Now.\n# TYPE b gauge\nb 1.0\n'
TWO = '# HELP a_total Things.\n# TYPE a_total counter\na_total{kind="x"} 4.0\n# HELP b Now.\n# TYPE b gauge\nb 2.0\n'


def test_every_family_stands_once_with_the_samples_of_all_processes() -> None:
    assert merged({"1": ONE, "2": TWO}).splitlines() == [
        "# HELP a_total Things.",
        "# TYPE a_total counter",
        'a_total{process="1",kind="x"} 3.0',
        'a_total{process="2",kind="x"} 4.0',
        "# HELP b Now.",
        "# TYPE b gauge",
        'b{process="1"} 1.0',
        'b{process="2"} 2.0',
    ]


@pytest.mark.anyio
async def test_whichever_is_asked_gathers_from_all_that_live_and_leaves_out_who_has_gone(tmp_path: Path) -> None:
    first, second, fallen = (Beside(tmp_path, number) for number in (1, 2, 3))
    async with fallen.lending(lambda: ONE.encode()):
        (tmp_path / "3").rename(tmp_path / "4")
    async with first.lending(lambda: ONE.encode()), second.lending(lambda: TWO.encode()):
        assert await first.gather() == await second.gather() == merged({"1": ONE, "2": TWO}).encode()


@pytest.mark.anyio
async def test_a_process_that_comes_back_takes_the_place_that_it_left_behind(tmp_path: Path) -> None:
    (tmp_path / "1").touch()
    async with Beside(tmp_path, 1).lending(lambda: ONE.encode()):
        assert b'b{process="1"} 1.0' in await Beside(tmp_path, 2).gather()
