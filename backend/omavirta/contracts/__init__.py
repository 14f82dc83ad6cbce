"""Products, price components and contracts."""
