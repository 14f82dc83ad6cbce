"""The archive of all that is known of a person: what is in it, how it is written, and the worker that makes it."""
