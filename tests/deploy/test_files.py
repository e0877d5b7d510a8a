"""The deploy files agree with each other and with the program: what one of them names, another has."""

import re
from pathlib import Path
from typing import Any

import pytest
from ruamel.yaml import YAML

from baton import settings
from faults.proxy import on_loopback

DEPLOY = Path(__file__).parents[2] / "deploy"
DOCKERFILE = (DEPLOY / "Dockerfile").read_text()
NGINX = (DEPLOY / "nginx.conf").read_text()


@pytest.fixture(scope="module")
def compose() -> dict[str, Any]:
    return YAML(typ="safe").load((DEPLOY / "compose.yaml").read_text())


def nodes(compose: dict[str, Any]) -> dict[str, Any]:
    return {name: one for name, one in compose["services"].items() if name.startswith("node-")}


def test_the_proxy_knows_the_nodes_of_the_compose_file_and_no_other(compose):
    port = re.search(r"BATON_PORT=(\d+)", DOCKERFILE)
    assert port
    expected = [f"{name}:{port[1]}" for name in nodes(compose)]
    assert re.findall(r"server (\S+) max_fails", NGINX) == expected
    assert len(expected) == 2


def test_the_published_port_is_the_one_that_the_proxy_listens_on(compose):
    listens = re.search(r"listen (\d+);", NGINX)
    assert listens
    assert compose["services"]["proxy"]["ports"][0].endswith(f":{listens[1]}")


def test_every_service_says_whether_it_is_well_and_waits_for_those_it_needs(compose):
    for name, service in compose["services"].items():
        assert "healthcheck" in service or (name in nodes(compose) and "HEALTHCHECK" in DOCKERFILE), name
        for needed, when in service.get("depends_on", {}).items():
            assert needed in compose["services"]
            assert when == {"condition": "service_healthy"}


def test_nodes_get_settings_that_exist_and_run_without_rights(compose):
    known = set(re.findall(r'"(BATON_[A-Z_]+)":', Path(settings.__file__).read_text()))
    for node in nodes(compose).values():
        asked = {name for name in node["environment"] if name.startswith("BATON_")}
        assert asked <= known
        assert node["cap_drop"] == ["ALL"]
        assert node["read_only"]
    assert re.search(r"^USER 10001$", DOCKERFILE, re.MULTILINE)


def test_every_variable_that_compose_asks_for_is_in_the_example():
    asked = set(re.findall(r"\$\{([A-Z_]+)", (DEPLOY / "compose.yaml").read_text()))
    given = set(re.findall(r"^([A-Z_]+)=", (DEPLOY / "env.example").read_text(), re.MULTILINE))
    assert asked == given


def test_what_the_image_copies_is_let_through_to_the_builder():
    copied = {
        name for line in re.findall(r"^COPY (?!--from)(.+) \S+$", DOCKERFILE, re.MULTILINE) for name in line.split()
    }
    let_through = re.findall(r"^!(\S+)$", (DEPLOY / "Dockerfile.dockerignore").read_text(), re.MULTILINE)
    assert copied == set(let_through)
    assert all((DEPLOY.parent / name).exists() for name in copied)


def test_on_loopback_nothing_of_the_proxy_changes_but_addresses_and_paths(tmp_path: Path):
    moved = on_loopback(NGINX, ["127.0.0.1:1", "127.0.0.1:2"], port=3, place=tmp_path)
    kept = set(NGINX.splitlines()) - set(moved.splitlines())
    assert len(kept) == 4, "two nodes, the port and the pid"
    assert "server 127.0.0.1:2 max_fails" in moved
