"""Whoever waits: queues, places in line, offers, promises, and what comes when nobody claims."""
