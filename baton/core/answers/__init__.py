"""What may be answered, and from what: the question read, the evidence weighed, the sentences quoted."""
