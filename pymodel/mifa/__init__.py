"""Financial statements and MIFA of the five insurances: short term, reserves, long term."""
