"""Webhooks kept, signed, posted to and told."""
