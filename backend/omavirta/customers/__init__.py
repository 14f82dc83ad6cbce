"""People and companies, and who may act for whom."""
