"""What a person needs to know before their first reply: built, frozen, improved and shown."""
