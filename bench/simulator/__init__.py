"""A desk in discrete events: people come, wait, give up or are served, routed by the product's functions."""
