"""The company and its people: who they are, sign in, change, leave and carry what."""
