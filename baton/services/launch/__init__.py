"""Whether a company may go live, what it has set up, and the demo."""
