"""Language models behind the `Model` port. Off unless configured."""
