"""Chatwoot: what it sends is checked and read, and what it is told is put into its own words."""
