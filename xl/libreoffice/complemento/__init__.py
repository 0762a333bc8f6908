"""What is packed into the Calc extension and runs inside LibreOffice.

These modules use the standard library only and the syntax of Python 3.8, the version that
LibreOffice 7 carries on Windows and macOS.
"""
