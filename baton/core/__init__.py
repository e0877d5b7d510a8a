"""What should happen, decided from values. No input, output, clock, chance or settings live here."""
