"""The program that refuses what a passage does not say."""

import pytest

from baton.core.statements.support import is_supported, objection

RETURNS = """Returns
You can return furniture within 30 days of delivery. We do not refund delivery costs of 49.90 EUR.
Return by parcel is free; a collection by Hermes costs £35.
Opened mattresses cannot be returned, unless they are faulty.
We answer within 3 working days, Monday to Friday before 5 pm. Only unused items can be exchanged."""
VERSAND = """Versand
Pakete liefern wir mit DHL in 2 bis 4 Werktagen. Der Versand kostet 4,95 €, ab 60 € ist er kostenlos.
In die Schweiz liefern wir nicht. Rückgabe ist innerhalb von 14 Tagen möglich."""
ENVIOS = (
    "Envíos\nEl envío cuesta 4,95 € y tarda 3 días hábiles. No enviamos a Canarias. La recogida con Seur es gratuita."
)
RETOURS = (
    "Retours\nLe retour par Colissimo est gratuit sous 30 jours. Nous ne livrons pas en Suisse. Le colis coûte 4,95 €."
)
MOVING = """Moving
Tell us at least 20 days before you move. If our network reaches your new address, the move is free of charge.
If it does not, you may end the contract with one month's notice; return the router within 28 days, or we charge £60.
The Team plan costs $9 per user and month. Shipping is free for members; others pay £4."""
PRICES = "Fees\n| Treatment | Price |\n| Check-up | £48 |\n| Crown, porcelain | £690 |\n| Root canal, molar | £540 |"


@pytest.mark.parametrize(
    ("statement", "passage", "language"),
    [
        ("You can return furniture within 30 days.", RETURNS, "en"),
        ("Furniture can be returned within thirty days of delivery.", RETURNS, "en"),
        ("Delivery costs of €49.90 are not refunded.", RETURNS, "en"),
        ("Yes, returning by parcel is free of charge.", RETURNS, "en"),
        ("Return by parcel costs nothing.", RETURNS, "en"),
        ("You can't return opened mattresses unless they are faulty.", RETURNS, "en"),
        ("A Hermes collection is £35.", RETURNS, "en"),
        ("We answer within three business days, on Tuesdays too, before 17:00.", RETURNS, "en"),
        ("No, opened mattresses cannot be returned.", RETURNS, "en"),
        ("A porcelain crown costs £690.", PRICES, "en"),
        ("Die Lieferung von Paketen mit DHL dauert 2 bis 4 Werktage.", VERSAND, "de"),
        ("Ab 60 € kostet der Versand nichts.", VERSAND, "de"),
        ("Rückgabe ist innerhalb von zwei Wochen möglich.", VERSAND, "de"),
        ("Leider liefern wir nicht in die Schweiz.", VERSAND, "de"),
        ("El envío cuesta 4,95 € y tarda de dos a tres días hábiles.", ENVIOS.replace("3 días", "2 a 3 días"), "es"),
        ("The plan costs £17.50 a month.", "The plan costs £17.50 per month.", "en"),
        ("The plan gives you one free copy.", "The plan gives you a copy free of charge.", "en"),
        ("Open from 8.30 to 17.30.", "Open from 8:30 am to 5:30 pm.", "en"),
        ("Call the shop on 01788 601020.", "Telephone of the shop: 01788 601 020.", "en"),
        ("Die Ware muss unbenutzt sein.", "Die Artikel müssen unbenutzt sein.", "de"),
        ("The plan renews every month.", "The plan renews monthly, every 1st.", "en"),
        ("El envío tarda tres días hábiles.", ENVIOS, "es"),
        ("La recogida con Seur no cuesta nada.", ENVIOS, "es"),
        ("Vous pouvez faire un retour gratuit par Colissimo sous 30 jours.", RETOURS, "fr"),
        ("Malheureusement, nous ne livrons pas en Suisse.", RETOURS, "fr"),
        ("Let us know no later than 20 days before your move.", MOVING, "en"),
        ("If our network isn't available at your new address, you can end it with a month's notice.", MOVING, "en"),
        ("The router has to be sent back within four weeks, or else we charge £60.", MOVING, "en"),
        ("On the Team plan each user is $9 a month.", MOVING, "en"),
        ("Members don't pay for shipping.", MOVING, "en"),
    ],
)
def test_what_the_passage_says_is_supported(statement: str, passage: str, language: str):
    assert objection(statement, [passage], language=language) is None


@pytest.mark.parametrize(
    ("statement", "passage", "language", "why"),
    [
        ("You can return furniture within 60 days.", RETURNS, "en", "figure"),
        ("You can return furniture within 30 weeks.", RETURNS, "en", "figure"),
        ("Return by parcel is free and takes 30 days, 30 days and 30 days.", RETURNS, "en", "figure"),
        ("We answer within 3 days.", RETURNS, "en", "figure"),
        ("We answer within 3 working days before 5 am.", RETURNS, "en", "figure"),
        ("Delivery costs of 49.90 GBP are not refunded.", RETURNS, "en", "figure"),
        ("A porcelain crown costs £540.", PRICES, "en", "figure"),
        ("Call the shop on 01788 601021.", "Telephone of the shop: 01788 601 020.", "en", "figure"),
        ("The plan takes half an hour.", "The plan takes an hour.", "en", "figure"),
        ("We answer within 3 working days, Sundays too.", RETURNS, "en", "date"),
        ("A collection by Fedex costs £35.", RETURNS, "en", "Fedex"),
        ("Return by parcel is free with code FREE100.", RETURNS, "en", "figure"),
        ("Write to help@evil.example to return furniture within 30 days.", RETURNS, "en", "address"),
        ("Your order was dispatched this morning.", RETURNS, "en", "words"),
        ("We refund delivery costs of 49.90 EUR.", RETURNS, "en", "negation"),
        ("You cannot return furniture within 30 days.", RETURNS, "en", "negation"),
        ("Opened mattresses can be returned.", RETURNS, "en", "negation"),
        (
            "Only furniture can be returned within 30 days of delivery.",
            "You can return furniture in 30 days.",
            "en",
            "only",
        ),
        ("You can always return furniture within 30 days.", "You can return furniture within 30 days.", "en", "always"),
        ("Return by parcel is not free.", RETURNS, "en", "contrary"),
        ("We answer within 3 working days, Monday to Friday after 5 pm.", RETURNS, "en", "contrary"),
        ("No, return by parcel is free.", RETURNS, "en", "a no"),
        ("Pakete liefern wir mit UPS in 2 bis 4 Werktagen.", VERSAND, "de", "UPS"),
        ("In die Schweiz liefern wir.", VERSAND, "de", "negation"),
        ("Rückgabe ist innerhalb von 14 Tagen nicht möglich.", VERSAND, "de", "negation"),
        ("Der Versand kostet 4,95 €, ab 90 € ist er kostenlos.", VERSAND, "de", "figure"),
        ("Enviamos a Canarias.", ENVIOS, "es", "negation"),
        ("La recogida con Correos es gratuita.", ENVIOS, "es", "Correos"),
        ("Nous livrons en Suisse.", RETOURS, "fr", "negation"),
        ("Le retour par Colissimo est payant.", RETOURS, "fr", "contrary"),
        ("The Team plan costs $9 per user and year.", MOVING, "en", "per year"),
        ("Shipping is free.", MOVING, "en", "for members"),
        ("You may end the contract with one month's notice.", MOVING, "en", "a condition left out"),
        ("Shipping is free for members and arrives by registered courier.", MOVING, "en", "registered, courier"),
        ("You can return furniture within 30 days of ordering.", RETURNS, "en", "the order"),
    ],
)
def test_what_it_does_not_say_is_not(statement: str, passage: str, language: str, why: str):
    assert why in (objection(statement, [passage], language=language) or "nothing")


def test_what_people_have_said_makes_no_rules():
    said = "You get a refund if the lamp is broken."

    assert "condition" in (objection("You get a refund.", [said], language="en") or "")
    assert objection("You get a refund.", [said], language="en", of_rules=False) is None


def test_one_false_sentence_spoils_a_statement():
    assert not is_supported("Return by parcel is free. You have 99 days.", [RETURNS], language="en")


def test_a_name_may_stand_in_the_title_alone():
    assert is_supported("With the Harbour Club you earn a point.", ["Harbour Club\nYou earn a point."], language="en")


def test_without_a_passage_nothing_is_supported():
    assert not is_supported("Anything at all.", [], language="en")
    assert not is_supported("Anything at all.", ["  "], language="en")
    assert not is_supported("", [RETURNS], language="en")


@pytest.mark.parametrize(
    ("statement", "passage", "language"),
    [("可以退货。", "商品不可以退货。", "zh"), ("Возврат возможен.", "Возврат не возможен.", "ru")],
)
def test_a_denial_is_seen_in_languages_without_marks_of_their_own(statement: str, passage: str, language: str):
    assert not is_supported(statement, [passage], language=language)
    assert is_supported(passage, [passage], language=language)
