"""What is said of one product of a kind is not said of another."""

from baton.core.statements.contrasts import other_of_its_kind

PLANS = "Plans\nThe Team plan costs £9. Single sign-on is part of the Enterprise plan."
FARES = "Equipaje\nUna maleta grande está incluida en la tarifa Plus; en la tarifa Básica cuesta 22 €."


def test_what_is_said_of_one_name_is_not_said_of_another():
    assert other_of_its_kind("Single sign-on is part of the Team plan.", PLANS, "en") == ("team", "enterpris")
    assert other_of_its_kind("Una maleta grande está incluida en la tarifa Básica.", FARES, "es") == ("basic", "plus")


def test_what_is_said_of_one_name_is_not_said_of_all():
    assert other_of_its_kind("Una maleta grande está incluida en la tarifa.", FARES, "es") == ("", "plus")


def test_what_is_said_of_the_same_name_stands():
    assert other_of_its_kind("With the Enterprise plan you get single sign-on.", PLANS, "en") is None
    assert other_of_its_kind("The Team plan costs £9.", PLANS, "en") is None


def test_where_common_nouns_have_capitals_no_name_is_told_apart():
    assert other_of_its_kind("Der Plan Team kostet.", "Im Plan Team. Im Plan Pro.", "de") is None
