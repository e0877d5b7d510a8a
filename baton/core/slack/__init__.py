"""Slack as a place where operators work: its threads, messages, forms and marks."""
