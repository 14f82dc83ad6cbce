"""Invoices and their rows."""
