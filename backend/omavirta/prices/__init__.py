"""Day-ahead prices and their readers."""
