"""The rehearsal: a bad day played through the desk's own use cases, with nothing stored and nobody told."""
