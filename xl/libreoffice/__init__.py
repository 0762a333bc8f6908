"""The same functions in LibreOffice Calc: a generated extension and a headless session."""
