"""HTTP. Each file is a noun; `routes.py` has every URL on one page."""
