"""What the pages get: their modules joined and made leaner, marked text, the size of a picture."""
