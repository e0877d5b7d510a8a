from io import BytesIO

import pytest
from babel.messages import pofile

from baton.core.copy import languages
from baton.core.copy.catalogues import LOCALE
from baton.core.copy.po import read_po

FILE = """
msgid ""
msgstr ""
"Language: pl\\n"
"Plural-Forms: nplurals=3; plural=(n==1 ? 0 : n%10>=2 && n%10<=4 && (n%100<12 || n%100>14) ? 1 : 2);\\n"

#. What stands there.
#: somewhere.py
msgctxt "greeting"
msgid "Hello \\"there\\""
msgstr "Dzień "
"dobry"

#, fuzzy
msgctxt "guess"
msgid "Guess"
msgstr "Zgadywanka"

msgctxt "empty"
msgid "Empty"
msgstr ""

msgctxt "hours"
msgid "{n} hour"
msgid_plural "{n} hours"
msgstr[0] "{n} godzina"
msgstr[1] "{n} godziny"
msgstr[2] "{n} godzin"

#~ msgctxt "old"
#~ msgid "Old"
#~ msgstr "Stary"
"""


def test_a_catalogue_is_read_by_its_keys_without_what_is_fuzzy_empty_or_obsolete() -> None:
    po = read_po(FILE)
    assert po.singular == {"greeting": "Dzień dobry"}
    assert po.plural == {"hours": ("{n} godzina", "{n} godziny", "{n} godzin")}
    assert po.source["greeting"] == ('Hello "there"',)
    assert po.source.keys() == {"greeting", "guess", "empty", "hours"}
    assert [po.form(n) for n in (1, 2, 5, 22)] == [0, 1, 2, 1]


def test_of_a_template_the_english_is_the_sentence() -> None:
    po = read_po('msgctxt "a"\nmsgid "One"\nmsgstr ""\n', is_template=True)
    assert po.singular == {"a": "One"}


def test_a_key_that_stands_there_twice_or_a_line_that_is_none_is_refused() -> None:
    with pytest.raises(ValueError, match="twice"):
        read_po('msgctxt "a"\nmsgid "One"\nmsgstr "x"\n\nmsgctxt "a"\nmsgid "Two"\nmsgstr "y"\n')
    with pytest.raises(ValueError, match="none of a catalogue"):
        read_po("msgctxt a\n")


@pytest.mark.wide
@pytest.mark.parametrize("language", languages())
def test_every_file_reads_the_same_as_translators_tools_read_it(language: str) -> None:
    name = "baton.pot" if language == "en" else f"{language.replace('-', '_')}.po"
    raw = (LOCALE / name).read_bytes()
    ours, theirs = read_po(raw.decode()), pofile.read_po(BytesIO(raw))
    messages = [one for one in theirs if one.id]
    assert ours.source.keys() == {one.context for one in messages}
    if language == "en":
        return
    for one in messages:
        said = ours.plural.get(str(one.context)) or ours.singular.get(str(one.context))
        assert said == (tuple(one.string) if one.pluralizable else one.string)
    assert theirs.num_plurals == 1 + max(ours.form(n) for n in range(200))
