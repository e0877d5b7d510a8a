"""Letters out and mail in."""
