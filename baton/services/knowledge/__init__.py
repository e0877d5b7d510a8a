"""What the bot is taught, and what it lacks."""
