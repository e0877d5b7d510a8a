"""Websites as sources: named, walked through, and their pages kept."""
