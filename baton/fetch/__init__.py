"""Reaching out to addresses that somebody else chose: pages to read now, webhooks later. Guarded against the inside."""
