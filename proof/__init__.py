"""The protocol of the baton, explored exhaustively. See README.md."""
