"""The form of answer that a question asks for, and texts that have it."""

import pytest

from baton.core.answers.form import Form, form_of


@pytest.mark.parametrize(
    ("question", "form"),
    [
        ("How much is delivery?", Form.MONEY),
        ("what does assembly cost", Form.MONEY),
        ("How long does it take?", Form.SPAN),
        ("Wie lange dauert das?", Form.SPAN),
        ("When do you open?", Form.CLOCK),
        ("what are your opening hours", Form.CLOCK),
        ("When do points expire?", Form.TIME),
        ("Do you price match?", Form.YES_NO),
        ("Do I have to pay for returns?", Form.MONEY),
        ("Can I return it after 20 days?", Form.SPAN),
        ("How many parcels can I send?", Form.NUMBER),
        ("How do I reset my password?", Form.STEPS),
        ("Can I pay by card?", Form.YES_NO),
        ("Tell me about sofas", Form.ANY),
        ("", Form.ANY),
        ("phone number?", Form.PHONE),
        ("what's your phone number", Form.PHONE),
        ("telefonnummer?", Form.PHONE),
        ("How do I change my phone number?", Form.STEPS),
        ("Do you sell phone cases?", Form.YES_NO),
        ("email address?", Form.MAIL),
        ("how much is the guarantee", Form.SPAN),
        ("how much is the extended guarantee", Form.MONEY),
        ("how much does the guarantee cost", Form.MONEY),
        ("Wann öffnen Sie?", Form.CLOCK),
        ("wann habt ihr auf", Form.CLOCK),
        ("Wann kommt mein Paket?", Form.TIME),
        ("Quand êtes-vous ouverts ?", Form.CLOCK),
        ("¿Cuándo abren?", Form.CLOCK),
        ("Quando siete aperti?", Form.CLOCK),
        ("Quando vocês abrem?", Form.CLOCK),
        ("Wanneer zijn jullie open?", Form.CLOCK),
    ],
)
def test_forms(question: str, form: Form) -> None:
    assert form_of(question).form is form


@pytest.mark.parametrize(
    ("question", "text", "has"),
    [
        ("How much?", "It costs £4.95.", True),
        ("How much?", "The fee is 2%.", True),
        ("How much?", "Returns are free.", True),
        ("How much?", "It takes 3 days.", False),
        ("How long?", "It takes 3 working days.", True),
        ("How long?", "It has 3 legs.", False),
        ("When?", "Closed.", False),
        ("When?", "On the first day of the next month.", True),
        ("Can I?", "anything", True),
        ("Wann öffnen Sie?", "Wir öffnen um 9 Uhr.", True),
        ("Wann kommt der Techniker?", "Er kommt montags.", True),
        ("Wann kommt der Techniker?", "Er kommt mit Werkzeug.", False),
        ("Quand livrez-vous ?", "Nous livrons le mardi.", True),
        ("Combien coûte le retour ?", "Le retour est gratuit.", True),
        ("¿Cuándo llega?", "Llega el lunes.", True),
        ("Quando arriva?", "Arriva lunedì.", True),
        ("Quando chega?", "Chega na segunda-feira.", True),
        ("Wanneer komt het?", "Het komt op dinsdag.", True),
        ("Hoe laat open?", "Open om 9 uur.", True),
    ],
)
def test_a_text_has_the_form_or_not(question: str, text: str, has: bool) -> None:
    assert form_of(question).has_it(text) is has


def test_words_that_only_say_the_form_are_known() -> None:
    asked = form_of("How long does it take?")
    assert asked.is_formal("long")
    assert asked.is_formal("take")
    assert not form_of("Is the long sofa in stock?").is_formal("long")


def test_a_measure_asked_by_name_is_not_any_figure() -> None:
    asked = form_of("how tall is the wardrobe")
    assert asked.measures("It is 210 cm high.")
    assert not asked.measures("Wardrobes over 75 cm are fixed to the wall.")
    assert form_of("how long is the guarantee").measures("5 years")


def test_open_as_an_adjective_asks_for_no_opening_hours() -> None:
    assert form_of("size of the sofa bed when open").form is not Form.CLOCK
    assert form_of("when do you open").form is Form.CLOCK


@pytest.mark.parametrize(
    ("question", "text", "defines"),
    [
        ("What is provisional credit?", "Provisional credit is a temporary credit.", True),
        ("what are aligners", "Aligners are clear trays.", True),
        ("what does fissure sealing mean", "Fissure sealing protects the back teeth.", True),
        ("What is provisional credit?", "We may give provisional credit.", False),
        ("Is provisional credit safe?", "Provisional credit is safe.", False),
    ],
)
def test_what_a_thing_is_is_said_of_it(question: str, text: str, defines: bool) -> None:
    assert form_of(question).defines(text) is defines


def test_how_long_it_takes_is_no_other_period() -> None:
    asked = form_of("how long does a crown take")
    assert asked.speaks_of_it("It takes two weeks.")
    assert asked.speaks_of_it("Your crown is ready after two weeks.")
    assert not asked.speaks_of_it("It is guaranteed for 5 years.")
    assert form_of("how long is the guarantee").speaks_of_it("It is guaranteed for 5 years.")


def test_how_to_pay_asks_for_no_price() -> None:
    assert form_of("do students pay for the course").form is Form.MONEY
    assert form_of("how do I pay for my order").form is Form.STEPS
