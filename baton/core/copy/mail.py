"""What stands around a message when it goes out by e-mail."""

from baton.core.copy.catalogues import Language, catalogue


def subject(language: Language, reference: str | None = None) -> str:
    """The subject of a thread, with the request's number where it has one."""
    words = catalogue(language)
    return words.text("mail_subject", reference=reference) if reference else words.text("mail_subject_plain")


def go_on(language: Language) -> str:
    """How the conversation goes on by e-mail."""
    return catalogue(language).text("mail_go_on")


def transcript(language: Language) -> str:
    """The line above the whole conversation."""
    return catalogue(language).text("mail_transcript")


def too_large(language: Language, file: str, *, days: int) -> str:
    """What stands above the link to a file that is not enclosed, good for so many days."""
    return catalogue(language).text("mail_file", file=file, days=days)


def hello(language: Language, name: str | None) -> str:
    """The first line, by name where it is known."""
    words = catalogue(language)
    return words.text("reply_hello_named", name=name) if name else words.text("reply_hello")
