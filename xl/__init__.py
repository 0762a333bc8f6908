"""Everything that knows about spreadsheets."""

VERSION = "0.1.0"
