"""Messages out: what they say in three languages, the outbox, and the ways to deliver them."""
