"""Metering points and their consumption: calendar, day blocks, series, and the files that come in."""
