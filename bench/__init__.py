"""Measures Baton on the machine it runs on. Start with `python -m bench`; bench/README.md says what the numbers mean."""
