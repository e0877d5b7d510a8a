"""The loops that run beside requests: the bot's turns, sweeps and leases."""
