"""Whether the desk stays as fast with a million conversations behind it as with a thousand."""
