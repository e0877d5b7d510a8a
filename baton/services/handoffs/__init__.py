"""The baton opened, passed and given back, with the packet that goes with it."""
