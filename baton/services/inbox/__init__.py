"""What operators work with: lists, views, drafts, labels, canned replies, macros, mentions, snoozes."""
