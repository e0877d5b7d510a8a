"""One module per language, named by its code (`pt`, or `pt_pt` for a region), each with a `LANGUAGE`."""
