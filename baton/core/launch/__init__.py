"""Whether a company may go live, from values: its policy, its team, its sources, its ways in."""
