"""The refusal of one line."""


class Unusable(Exception):
    """A line that can't be evaluated, with a sentence that says what to mend. The other lines go on."""
