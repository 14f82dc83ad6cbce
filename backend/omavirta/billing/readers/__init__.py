"""Readers of invoices that billing sends as files."""
