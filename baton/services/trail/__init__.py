"""The log read back, masked and sealed."""
