"""Omavirta: the customer portal of an electricity retailer, over one GraphQL API."""
