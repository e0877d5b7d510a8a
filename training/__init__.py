"""Trains the weights that ship in `baton/core/weights/`. See README.md."""
