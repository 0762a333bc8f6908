"""Everything that knows about spreadsheets."""
