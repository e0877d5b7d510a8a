"""Use cases: each loads, asks the core, saves in one short write, and returns. A function per use case."""
