"""What the desk tells of itself: metrics and logs."""
