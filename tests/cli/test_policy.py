import json
from pathlib import Path

from click.testing import CliRunner

from baton.cli.policy import command
from baton.services.policy.policies import default_source, load_default


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
    assert "Default policy: 24 rules, asked in this order" in out
    assert "When the customer asks for a person, hand over to a person." in out
    assert "Support (support), owner: Support lead; open" in out


def test_check_prints_each_problem_with_file_line_and_column(tmp_path: Path) -> None:
    file = tmp_path / "policy.yaml"
    source = default_source().replace("topics: [sales]", "topics: [sails]")
    file.write_text(source)
    line = source[: source.index("[sails]")].count("\n") + 1
    code, out, err = _run("check", str(file))
    assert (code, out) == (1, "")
    assert f'{file}:{line}:14 topic "sails" is not known here. Did you mean "sales"?' in err


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


def _file(tmp_path: Path, text: str, name: str = "policy.yaml") -> str:
    file = tmp_path / name
    file.write_text(text)
    return str(file)


CLASH = "rules:\n  - {id: first, when: asks_for_person, then: offer}\n"


def test_check_tells_errors_of_meaning_and_exits_with_one(tmp_path: Path) -> None:
    file = _file(tmp_path, default_source().replace("rules:\n", CLASH, 1))
    code, out, err = _run("check", file)
    assert code == 1
    assert f"{len(load_default().rules) + 1} rules" in out
    assert 'Rules "first" and "asks-for-person" have the same condition and do different things.' in err
    assert "1 thing to mend." in err


def test_check_with_only_warnings_exits_with_nought(tmp_path: Path) -> None:
    file = _file(tmp_path, default_source().replace(", if: {returned: false}", ""))
    code, _, err = _run("check", file)
    assert code == 0
    assert 'Warning: Rule "important-customer" fires on every message' in err


def test_check_for_programs_is_one_line_of_json(tmp_path: Path) -> None:
    code, out, _ = _run("check", _file(tmp_path, default_source()), "--json")
    view = json.loads(out)
    assert (code, view["ok"], view["problems"], view["findings"]) == (0, True, [], [])
    assert view["rules"][0]["says"] == "When the customer asks for a person, hand over to a person."
    code, out, _ = _run("check", _file(tmp_path, "policy: x"), "--json")
    assert (code, json.loads(out)["ok"]) == (1, False)
    assert json.loads(out)["problems"][0]["line"] == 1


def test_diff_tells_what_changes(tmp_path: Path) -> None:
    before = _file(tmp_path, default_source())
    after = _file(tmp_path, default_source().replace("  answer: 0.8\n", "  answer: 0.6\n", 1), "after.yaml")
    assert _run("diff", before, after)[:2] == (0, "~ Thresholds: answer 0.8 before, 0.6 now.\n")
    assert _run("diff", before, before)[:2] == (0, "The two decide the same.\n")
    (one,) = json.loads(_run("diff", before, after, "--json")[1])["differences"]
    assert (one["what"], one["part"]) == ("changed", "thresholds")


def test_diff_of_a_broken_file_tells_what_is_wrong(tmp_path: Path) -> None:
    code, _, err = _run("diff", _file(tmp_path, default_source()), _file(tmp_path, "policy: x", "after.yaml"))
    assert code == 1
    assert "The policy has no queue." in err


def test_schema_prints_the_schema() -> None:
    code, out, _ = _run("schema")
    assert code == 0
    assert json.loads(out)["title"] == "Baton policy"


def _explained(tmp_path: Path, *arguments: str) -> str:
    code, out, err = _run("explain", _file(tmp_path, default_source()), *arguments)
    assert (code, err) == (0, "")
    return out


def test_explain_tells_what_was_heard_which_rule_fired_and_what_the_customer_reads(tmp_path: Path) -> None:
    out = _explained(tmp_path, "I want my money back", "--at", "2026-11-23T09:00+01:00", "--lang", "de")
    assert "Hand over to a person in Billing: by rule policy-topic, reason policy_topic." in out
    assert "policy topic refund (100%): I want my money back" in out
    assert "fired. When a policy topic needs somebody's judgement" in out
    assert "were not asked: nothing had to be looked up." in out
    assert "Billing" in out.partition("The customer is told")[2]


def test_explain_tells_both_ways_where_it_rests_on_the_sources(tmp_path: Path) -> None:
    out = _explained(tmp_path, "Where is the moon?")
    assert "If a source answers it:\nAnswer from the sources: no rule objects, reason grounded." in out
    assert "If no source answers it:\nOffer a person in Support: by rule no-source" in out
    assert "times 2, this is the 1st" in out


def test_explain_takes_the_labels_of_the_conversation(tmp_path: Path) -> None:
    rule = "  - {id: press, when: workflow_exception, if: {label: press}, then: handoff}"
    file = _file(tmp_path, default_source().replace("rules:\n", f"rules:\n{rule}\n", 1))
    out = _run("explain", file, "Where is the moon?", "--label", "late", "--label", "Press")[1]
    assert "by rule press" in out
    assert "the conversation has the label press" in out
    out = _run("explain", file, "Where is the moon?", "--label", "late")[1]
    assert "only if the conversation has the label press; it has late" in out


def test_explain_takes_who_asks_and_what_was_before(tmp_path: Path) -> None:
    out = _explained(tmp_path, "Where is the moon?", "--customer", '{"tags": ["vip"]}')
    assert "by rule important-customer" in out
    out = _explained(tmp_path, "Where is the moon?", "--unanswered", "1", "--json")
    again = [one["rule"] for one in json.loads(out)["decisions"]]
    assert again == ["grounded", "no-source-again"]


def test_explain_refuses_a_customer_or_a_time_that_can_not_be_read(tmp_path: Path) -> None:
    file = _file(tmp_path, default_source())
    for option, value in (("--customer", "vip"), ("--customer", '{"tags": 3}'), ("--at", "noon")):
        code, _, err = _run("explain", file, "Hello", option, value)
        assert code == 2
        assert "rite it as" in err or "is a list" in err
