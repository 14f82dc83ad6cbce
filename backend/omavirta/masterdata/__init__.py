"""Master data from the retailer's systems: customers, contracts, invoices and what belongs to them, as JSON Lines."""
