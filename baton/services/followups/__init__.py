"""What is agreed on instead of waiting in line: tickets, callbacks and answers by e-mail."""
