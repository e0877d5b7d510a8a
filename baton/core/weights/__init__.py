"""Trained weights, made by the scripts in `training/`; training/README.md tells from what."""
