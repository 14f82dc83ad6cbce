"""Writing records under their ids, in place of what was there under them, some of one kind at a time."""
