"""A policy file read, with a sentence for each thing that can't be right."""
