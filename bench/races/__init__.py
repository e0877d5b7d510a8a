"""What happens when two parties act in the same moment, a thousand times each, on one node and across two."""
