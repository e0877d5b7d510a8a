"""Reaching out to addresses that somebody else chose: pages to read, webhooks to tell. Guarded against the inside."""
