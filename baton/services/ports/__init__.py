"""What the use cases need of the world, as protocols, a file per noun; `app.py` plugs the adapters in."""
