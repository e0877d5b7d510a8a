from pathlib import Path

from click.testing import CliRunner

from baton.cli.policy import command
from baton.services.policies import default_source


def _run(*arguments: str) -> tuple[int, str, str]:
    result = CliRunner().invoke(command, list(arguments))
    return result.exit_code, result.stdout, result.stderr


def test_show_prints_the_default_policy_as_it_is_written() -> None:
    assert _run("show") == (0, default_source(), "")


def test_check_sums_up_a_good_policy(tmp_path: Path) -> None:
    file = tmp_path / "policy.yaml"
    file.write_text(
        default_source().replace("hours: always", 'hours: {timezone: Europe/Berlin, mon: ["09:00-17:30"]}', 1)
    )
    code, out, err = _run("check", str(file))
    assert (code, err) == (0, "")
    assert "Default policy: 22 rules, asked in this order" in out
    assert "When the customer asks for a person, hand over to a person." in out
    assert "Support (support), owner: Support lead; open" in out


def test_check_prints_each_problem_with_file_line_and_column(tmp_path: Path) -> None:
    file = tmp_path / "policy.yaml"
    file.write_text(default_source().replace("topics: [sales]", "topics: [sails]"))
    code, out, err = _run("check", str(file))
    assert (code, out) == (1, "")
    assert f'{file}:50:14 topic "sails" is not known here. Did you mean "sales"?' in err


def test_check_refuses_what_is_no_text(tmp_path: Path) -> None:
    file = tmp_path / "policy.yaml"
    file.write_bytes(b"\xff\xfe\x00")
    code, _, err = _run("check", str(file))
    assert code == 1
    assert "UTF-8" in err


def test_check_names_a_file_that_is_not_there() -> None:
    code, _, err = _run("check", "nowhere.yaml")
    assert code == 2
    assert "nowhere.yaml" in err
