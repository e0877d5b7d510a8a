"""The verbs: each takes a conversation as it stands and gives the change, or refuses."""
