"""What stands in the log: proofs, what is masked there, and the seals that show a change."""
