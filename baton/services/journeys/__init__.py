"""How conversations went, counted and looked through."""
