"""The Office.js add-in: an xlwings Server project, its limits, and the command that serves it.

Everything here needs requirements-servidor.txt. xlwings Server is under the PolyForm Noncommercial
licence, so nothing outside this package imports it.
"""

import os

SIN_LICENCIA = "noncommercial"
"""What xlwings takes for a key where its use is not commercial."""

# xlwings looks for it once, when it is first imported: before anything else here.
os.environ.setdefault("XLWINGS_LICENSE_KEY", SIN_LICENCIA)
