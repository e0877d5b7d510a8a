"""Words that mean no good, for whatever shows words."""
