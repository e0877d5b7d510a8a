"""Slack connected, heard and told."""
