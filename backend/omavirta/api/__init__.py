"""What the parts of the API share, and the schema put together."""
