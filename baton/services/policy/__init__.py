"""The policy in force: looked through, tried on the past, edited and put in force."""
