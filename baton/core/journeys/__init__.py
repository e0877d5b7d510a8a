"""How conversations went, in facts that can be counted, and what people say of it."""
