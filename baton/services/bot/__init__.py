"""The bot's turn, and what it would say if it were asked."""
