"""Conversations begun, spoken in, ended, merged and closed, with the files that belong to them."""
