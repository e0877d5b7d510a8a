"""Trains the weights that ship in `baton/core/weights/`. See README.md."""

from pathlib import Path

import baton.core.weights

WEIGHTS = Path(baton.core.weights.__path__[0])
"""Where the program reads them."""
