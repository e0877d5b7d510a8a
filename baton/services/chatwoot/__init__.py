"""Chatwoot connected, heard, followed and told."""
