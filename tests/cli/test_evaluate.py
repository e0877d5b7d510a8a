"""`baton evaluate` as it is typed."""

import json
from pathlib import Path

from click.testing import CliRunner

from baton.cli.evaluate import command
from baton.core.errors import Invalid


def _file(tmp_path: Path, *lines: object) -> Path:
    file = tmp_path / "questions.jsonl"
    file.write_text("\n".join(one if isinstance(one, str) else json.dumps(one) for one in lines), encoding="utf-8")
    return file


def test_the_report_names_the_topics_and_ends_with_what_can_be_done(tmp_path: Path) -> None:
    file = _file(
        tmp_path,
        {"id": "a", "text": "I was charged twice", "expected": "handoff"},
        {"id": "b", "text": "I want a refund", "expected": "answer"},
        {"id": "c", "text": "How long is delivery?", "expected": "handoff"},
    )
    shown = CliRunner().invoke(command, [str(file)]).stdout
    assert "By topic" in shown
    assert "got handoff: policy_topic (refund)" in shown
    assert "1 line needed a person and got none" in shown
    assert "1 line called a person for nothing" in shown
    assert shown.index("Read these first") < shown.index("What to do next")


def test_a_file_that_is_all_as_expected_leaves_nothing_to_do(tmp_path: Path) -> None:
    file = _file(tmp_path, {"id": "a", "text": "A human please", "expected": "handoff"})
    assert "What to do next" not in CliRunner().invoke(command, [str(file)]).stdout


def test_the_report_says_how_good_it_is_and_what_to_read_first(tmp_path: Path) -> None:
    file = _file(
        tmp_path,
        {"id": "a", "text": "A human please", "expected": "handoff"},
        {"id": "b", "text": "How long is delivery?", "expected": "handoff"},
    )
    result = CliRunner().invoke(command, [str(file)])
    assert result.exit_code == 0, result.output
    assert "1 of 2 as expected (50.0%)" in result.stdout
    assert "Read these first" in result.stdout
    assert "line 2, b: “How long is delivery?”" in result.stdout


def test_rows_stand_in_the_order_of_the_lines_and_a_bad_line_is_told_with_its_number(tmp_path: Path) -> None:
    file, out = _file(tmp_path, {"id": "a", "text": "hi"}, "nonsense", "", {"id": "c", "text": "agent"}), tmp_path / "o"
    result = CliRunner().invoke(command, [str(file), "--out", str(out)])
    assert result.exit_code == 3
    rows = [json.loads(line) for line in out.read_text().splitlines()]
    assert [row.get("id") for row in rows] == ["a", None, "c"]
    assert rows[1]["line"] == 2
    assert "line 2: This is not JSON" in result.stdout


def test_other_processes_give_the_same_rows_in_the_same_order(tmp_path: Path) -> None:
    texts = ("agent", "where is my order", "refund me please", "thanks")
    lines = [{"id": n, "text": texts[n % 4], "expected": "handoff"} for n in range(650)]
    file = _file(tmp_path, *lines)
    found: list[list[tuple[object, ...]]] = []
    for jobs in ("1", "2"):
        out = tmp_path / f"rows{jobs}"
        assert CliRunner().invoke(command, [str(file), "--out", str(out), "--jobs", jobs]).exit_code == 0
        rows = [json.loads(line) for line in out.read_text().splitlines()]
        found.append([(row["id"], row["decision"], row["rule"]) for row in rows])
    assert found[0] == found[1]
    assert [one[0] for one in found[0]] == list(range(650))


def test_entries_in_any_form_are_answered_from(tmp_path: Path) -> None:
    folder = tmp_path / "faq"
    folder.mkdir()
    (folder / "a.csv").write_text("question,answer\nHow long does delivery take?,Delivery takes 3 days.\n")
    (folder / "b.json").write_text('[{"questions": ["Where is the shop?", "Your address?"], "answer": "In Kiel."}]')
    (folder / "c.yaml").write_text("- {question: Can I park?, answer: Behind the house.}\n")
    (folder / "d.md").write_text("# Vouchers\n\nA voucher is valid for two years.\n")
    file, out = _file(tmp_path, {"text": "How long does delivery take?"}, {"text": "Your address?"}), tmp_path / "o"
    result = CliRunner().invoke(command, [str(file), "--knowledge", str(folder), "--out", str(out), "--top", "2"])
    assert result.exit_code == 0, result.output
    assert "5 passages of 5 documents and entries" in result.stderr
    rows = [json.loads(line) for line in out.read_text().splitlines()]
    assert [row["answer"] for row in rows] == ["Delivery takes 3 days.", "In Kiel."]
    assert [row["passages"][0]["document"] for row in rows] == ["a.csv#1", "b.json#2"]
    assert rows[0]["citations"][0]["document"] == "a.csv#1"
    assert rows[0]["in_scope"] > 0.5


def test_what_is_not_for_customers_answers_none_of_the_questions(tmp_path: Path) -> None:
    folder = tmp_path / "faq"
    folder.mkdir()
    (folder / "a.md").write_text("---\naudience: operators\n---\n# Delivery time\n\nDelivery takes 9 days in truth.\n")
    (folder / "b.md").write_text("# Vouchers\n\nA voucher is valid for two years.\n")
    file, out = _file(tmp_path, {"text": "How long does delivery take?"}), tmp_path / "o"
    result = CliRunner().invoke(command, [str(file), "--knowledge", str(folder), "--out", str(out), "--top", "5"])
    assert result.exit_code == 0, result.output
    assert "a.md: It is for operators, so no customer is answered from it." in result.stderr
    assert "9 days" not in out.read_text(encoding="utf-8")


def test_what_cannot_be_used_is_refused_with_a_sentence(tmp_path: Path) -> None:
    policy = tmp_path / "policy.yaml"
    policy.write_text("queues: 3")
    good = _file(tmp_path, {"text": "hi"})
    empty, nonsense = tmp_path / "empty.jsonl", tmp_path / "nonsense.jsonl"
    empty.write_text("\n")
    nonsense.write_text("x\ny\n")
    for arguments, says in (
        ([str(good), "--policy", str(policy)], "The policy can't be used"),
        ([str(good), "--knowledge", str(tmp_path / "nowhere")], "There is no folder"),
        ([str(empty)], "is empty"),
        ([str(nonsense)], "No line of"),
    ):
        result = CliRunner().invoke(command, arguments)
        assert isinstance(result.exception, Invalid)
        assert says in result.exception.detail


def test_options_that_change_nothing_are_told(tmp_path: Path) -> None:
    file, out = _file(tmp_path, {"text": "hi"}), str(tmp_path / "rows")
    told = CliRunner().invoke(command, [str(file), "--per-turn", "--top", "3"]).stderr
    assert "--per-turn changes the rows alone. Name a file for them with --out" in told
    assert "--top changes the rows alone" in told
    assert "Name their folder with --knowledge" in told
    assert "changes the rows alone" not in CliRunner().invoke(command, [str(file), "--per-turn", "--out", out]).stderr
