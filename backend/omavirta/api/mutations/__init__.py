"""What can be changed: a module a subject, each with its inputs, payloads and mutations."""
