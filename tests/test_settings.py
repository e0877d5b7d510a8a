from pathlib import Path

import pytest

from baton import settings
from baton.core.errors import Invalid


def test_arguments_win_over_the_environment_and_both_over_defaults() -> None:
    found = settings.read({"BATON_PORT": "9001", "BATON_HOST": "0.0.0.0"}, port="9002", host=None)  # noqa: S104
    assert (found.port, found.host, found.log_level) == (9002, "0.0.0.0", "info")  # noqa: S104
    assert settings.read({}).port == 8600


def test_a_data_directory_on_the_command_line_means_its_own_database() -> None:
    environment = {"BATON_DATABASE_URL": "postgresql://host/name"}
    assert settings.read(environment).database_url == "postgresql://host/name"
    assert settings.read(environment, data="/srv/desk").database_url is None


def test_the_public_url_follows_the_port_that_was_taken_unless_it_was_given() -> None:
    assert settings.read({}, port=0).listening_on(4321).public_url == "http://127.0.0.1:4321"
    assert settings.read({}, host="::", port=1).public_url == "http://[::1]:1"
    given = settings.read({"BATON_PUBLIC_URL": "https://help.example.com/"}, port=0)
    assert given.listening_on(4321).public_url == "https://help.example.com"


@pytest.mark.parametrize(
    ("environment", "says"),
    [
        ({"BATON_MEANING": "1", "BATON_EMBEDDING_URL": "http://e", "BATON_EMBEDDING_NAME": "n"}, "set one of them"),
        ({"BATON_PORT": "65536"}, "BATON_PORT.*0 to 65535.*65536"),
        ({"BATON_PORT": "http"}, "BATON_PORT.*http"),
        ({"BATON_DATABASE_URL": "mysql://x"}, "BATON_DATABASE_URL.*postgresql://"),
        ({"BATON_PUBLIC_URL": "help.example.com"}, "BATON_PUBLIC_URL.*https://"),
        ({"BATON_MODEL_URL": "http://localhost:1/v1"}, "BATON_MODEL_NAME"),
        ({"BATON_MODEL_NAME": "small"}, "BATON_MODEL_URL"),
        ({"BATON_LOG_LEVEL": "loud"}, "BATON_LOG_LEVEL.*debug, info, warning, error.*loud"),
        ({"BATON_DATA": "/srv/a\nb"}, "line breaks"),
        ({"BATON_SCANNER": "http://scanner"}, "BATON_SCANNER.*clamd://"),
        ({"BATON_FILE_MB": "101"}, "BATON_FILE_MB.*1 to 100.*101"),
        ({"BATON_FETCH_INSIDE": "10.2.0.0/16, intranet"}, "BATON_FETCH_INSIDE.*10.2.0.0/16.*'intranet'"),
    ],
)
def test_a_value_that_cannot_be_used_is_named_with_what_would_do(environment: dict[str, str], says: str) -> None:
    with pytest.raises(Invalid, match=says):
        settings.read(environment)


def test_networks_that_may_be_reached_are_those_named_and_this_machine_where_it_is_asked_for() -> None:
    named = settings.read({"BATON_FETCH_INSIDE": "10.2.0.0/16, 192.168.7.5,"})
    assert [str(one) for one in named.fetch_inside] == ["10.2.0.0/16", "192.168.7.5/32"]
    assert settings.read({"BATON_FETCH_LOOPBACK": "1"}).fetch_inside == settings.LOOPBACK
    assert settings.read({}).fetch_inside == ()


def test_secrets_are_not_shown() -> None:
    environment = {
        "BATON_DATABASE_URL": "postgresql://me:s3cret@host/name",
        "BATON_MODEL_URL": "http://localhost:1/v1",
        "BATON_MODEL_NAME": "small",
        "BATON_MODEL_KEY": "k3y",
    }
    shown = repr(settings.read(environment))
    assert "s3cret" not in shown
    assert "k3y" not in shown


@pytest.mark.parametrize(
    ("url", "shown"),
    [
        ("postgresql://me:s3cret@host:5432/name", "postgresql://me:***@host:5432/name"),
        ("postgresql://me:p@ss/w:rd@host/name", "postgresql://me:***@host/name"),
        (
            "postgresql://host/name?user=me&password=s3cret&x=1",
            "postgresql://host/name?user=me&password=***&x=1",
        ),
        ("postgresql:///name?host=/tmp", "postgresql:///name?host=/tmp"),
    ],
)
def test_a_database_address_is_shown_without_its_password(url: str, shown: str) -> None:
    assert settings.without_password(url) == shown


def test_a_relative_directory_and_a_home_directory_become_full_paths(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir("/tmp")  # noqa: S108
    monkeypatch.setenv("HOME", "/home/dana")
    assert settings.read({}, data="desk").data == Path("/tmp/desk")  # noqa: S108
    assert settings.read({"BATON_DATA": "~/desk"}).data == Path("/home/dana/desk")
