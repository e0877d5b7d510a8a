"""Replay of a proposed policy: what it would have decided in conversations of the past.

`recorded` is what the log keeps of one, `proposed` decides on one of its turns, `first` walks through it up to the
first turn that comes out otherwise, `differing` says how, `tally` counts.
"""
