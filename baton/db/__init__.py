"""The store. SQL lives here and nowhere else, a file per noun."""
