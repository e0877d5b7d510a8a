"""What a team would write by hand in Baton's place, with FastAPI, LangGraph and its PostgreSQL checkpointer."""
