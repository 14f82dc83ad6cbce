"""Documents for customers as accessible PDF (PDF/UA-1): invoices, confirmations of contracts and annual reports."""
