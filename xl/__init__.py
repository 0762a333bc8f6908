"""Everything that knows about spreadsheets."""

VERSION = "0.2.0"
