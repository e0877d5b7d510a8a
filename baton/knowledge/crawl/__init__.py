"""Walking through a website: what it allows, where its pages are, and asking for them without hurry."""
