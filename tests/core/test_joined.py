"""Modules in one answer do what they did apart."""

import shutil
import subprocess
from pathlib import Path

import pytest

from baton.core.joined import joined

WIDGET = Path(__file__).parents[2] / "baton" / "ui" / "widget"


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


def test_others_modules_and_the_door_to_them_stay_apart() -> None:
    said = of(
        page="import { html } from '../shared/html.js';\nimport { signal } from '../vendor/signals.js';\nhtml(signal);"
    )
    assert 'import * as $_shared_html from "../shared/html.js";' in said
    assert 'import * as $_vendor_signals from "../vendor/signals.js";' in said
    assert "const { html } = $_shared_html;" in said


@pytest.mark.parametrize(
    "line",
    ['import all from "./a.js";', "export default 1;", 'export { a } from "./a.js";', 'import * as a from "./a.js";'],
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
