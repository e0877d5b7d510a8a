"""Whether a passage supports a statement: its figures, conditions, limits, and yes or no."""
