"""The Slack channel: its Web API out, its events and interactions in, each proved by its signature."""
