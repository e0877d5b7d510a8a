"""The scope brief: how a company's desk is set up, as a document for whoever has to read it and not to run it."""
