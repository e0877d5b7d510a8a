"""When a queue has people, as it is written, reckoned with and told."""
