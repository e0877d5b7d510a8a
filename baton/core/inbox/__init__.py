"""What operators sort and work with: lists, saved views, macros, snoozes."""
