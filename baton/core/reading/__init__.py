"""What is written, taken apart: language, sentences, words, spellings, and what may stand for what."""
