"""The judgement of one message, from its words to a decision."""
