"""What a company teaches: its documents and addresses, and where they disagree, age or lack something."""
