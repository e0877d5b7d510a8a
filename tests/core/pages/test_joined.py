"""Modules in one answer do what they did apart."""

import shutil
import subprocess
from pathlib import Path

import pytest

from baton.core.pages.joined import joined

WIDGET = Path(__file__).parents[3] / "baton" / "ui" / "widget"


def of(**modules: str) -> str:
    return joined("page.js", lambda name: modules[name.removesuffix(".js")])


def test_each_comes_once_after_those_it_imports_with_names_of_its_own() -> None:
    said = of(
        page='import { add } from "./sum.js";\nimport {\n  one,\n} from "./one.js";\n'
        "const own = 5;\nconsole.log(add(one, own));",
        sum='import { one } from "./one.js";\nconst own = one;\nexport function add(a, b) {\n  return a + b * own;\n}',
        one="export const one = 1;",
    )
    assert said.count("const one = 1") == 1
    assert said.index("$one =") < said.index("$sum =") < said.index("$page =")
    if node := shutil.which("node"):
        run = subprocess.run([node, "--input-type=module", "-e", said], capture_output=True, text=True, timeout=60)
        assert run.stdout == "6\n", run.stderr


def test_what_the_pages_share_is_joined_too() -> None:
    modules = {
        "page.js": 'import { one } from "../shared/one.js";\nconsole.log(one);',
        "../shared/one.js": "export const one = 1;",
    }
    assert joined("page.js", modules.__getitem__).index("$_shared_one =") < 30


def test_a_module_is_found_from_where_its_importer_stands() -> None:
    modules = {
        "page.js": "import { two } from '../shared/two.js';\nimport { one } from './one.js';\nconsole.log(one + two);",
        "one.js": "export const one = 1;",
        "../shared/two.js": "import { one } from './one.js';\nexport const two = one + one;",
        "../shared/one.js": "export const one = 7;",
    }
    said = joined("page.js", modules.__getitem__)
    assert said.count("$one =") == said.count("$_shared_one =") == 1
    assert said.index("$_shared_one =") < said.index("$_shared_two =")


def test_what_was_published_is_joined_as_it_stands() -> None:
    said = joined(
        "page.js",
        {
            "page.js": "import { add, one } from './door.js';\nconsole.log(add`2` + one);",
            "door.js": "import add from './htm.js';\nimport './effect.js';\n"
            "export { add };\nexport { one, two as zwei } from './min.js';",
            "htm.js": "var n=1;export default function(s){return n+Number(s[0])}",
            "effect.js": 'import{b as t}from"./min.js";t.value=5;',
            "min.js": "var b={value:0};function c(){return b.value}export{c as two,b,d as one};var d=4;",
        }.__getitem__,
    )
    assert said.index("$min =") < said.index("$effect =") < said.index("$door =")
    if node := shutil.which("node"):
        run = subprocess.run([node, "--input-type=module", "-e", said], capture_output=True, text=True, timeout=60)
        assert run.stdout == "7\n", run.stderr


@pytest.mark.parametrize(
    "line",
    ["export default 1;", 'export * from "./a.js";', 'import * as a from "./a.js";', 'import a, { b } from "./a.js";'],
)
def test_what_it_does_not_know_is_refused(line: str) -> None:
    with pytest.raises(ValueError, match="cannot be joined"):
        of(page=line)


def test_modules_that_import_each_other_are_refused() -> None:
    with pytest.raises(ValueError, match="imports itself"):
        of(page='import { a } from "./a.js";', a='import { b } from "./page.js";\nexport const a = 1;')


def test_the_widgets_page_can_be_joined() -> None:
    said = joined("page.js", lambda name: (WIDGET / name).read_text())
    assert said.count("const $") > 20
