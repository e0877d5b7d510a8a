"""Nodes that are killed, stopped and cut off under load, and a checker that holds what callers saw against the log."""
