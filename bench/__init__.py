"""Measures Baton on the machine it runs on: `python -m bench`. bench/README.md says what the numbers mean."""
