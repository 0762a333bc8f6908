"""What every workbook shares: names and formats, look-up sheets, inputs, assembly and refresh."""
