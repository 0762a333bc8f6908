"""Financial and actuarial model: numpy in, numpy or pandas out. Knows nothing of spreadsheets."""
