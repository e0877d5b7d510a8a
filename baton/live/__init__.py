"""Live push: who is looking, and what they are told. A hint only; HTTP is the truth."""
