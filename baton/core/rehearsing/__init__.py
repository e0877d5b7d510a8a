"""The rehearsal of a bad day: what is played, and how what came of it is judged. From values alone."""
