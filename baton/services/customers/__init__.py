"""Customers: who vouches for them, what they find again, take along or have erased."""
