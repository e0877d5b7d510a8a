"""Chatwoot as the outside desk: what is heard of it, and what it is told."""
