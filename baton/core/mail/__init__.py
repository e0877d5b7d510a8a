"""Letters: those that come in, those that go out, and what a reply says without what it quotes."""
