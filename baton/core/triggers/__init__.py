"""What is noticed about a customer's message. One file per family of signals; the words are in `core/lexicon`."""
