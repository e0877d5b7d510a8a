"""What all tests share; with a database or a desk: `desks`."""

import time
from collections.abc import Callable
from pathlib import Path

import pytest
from budget import pytest_runtest_call  # noqa: F401 - a hook
from hypothesis import settings

settings.register_profile("brief", max_examples=25, deadline=None)
settings.register_profile("thorough", max_examples=250, deadline=None)
settings.load_profile("brief")
"""How often a property is tried; each run tries other examples. `--hypothesis-profile=thorough` is what CI adds."""


@pytest.hookimpl(trylast=True)
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Files that wait for servers and browsers first: short ones fill the gaps at the end, on all cores."""
    waiting = {one.path for one in items if one.get_closest_marker("slow") or one.get_closest_marker("browser")}
    items.sort(key=lambda one: one.path not in waiting)


def pytest_configure(config: pytest.Config) -> None:
    """Bring in the databases and desks, but where only the core is asked for: it needs none, and they take a second."""
    core = Path(__file__).parent / "core"
    asked = [(config.invocation_params.dir / one.partition("::")[0]).resolve() for one in config.args]
    if not all(one.is_relative_to(core) for one in asked):
        config.pluginmanager.import_plugin("desks")


@pytest.fixture(scope="session")
def anyio_backend() -> str:
    return "asyncio"


@pytest.fixture(scope="session")
def until() -> Callable[[Callable[[], object]], None]:
    """Waits until something has happened, looking every few milliseconds, for a minute at most."""

    def wait(happened: Callable[[], object]) -> None:
        deadline = time.monotonic() + 60
        while not happened():
            assert time.monotonic() < deadline, "it did not happen within a minute"
            time.sleep(0.01)

    return wait
