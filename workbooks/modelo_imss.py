"""What desktop Excel imports: the functions and the buttons of the folder above this one.

xlwings puts the folder of the workbook in Python's path, so the whole project can be moved.
"""

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from udfs import *  # noqa: F403
from xl.escritorio import actualizar, restablecer  # noqa: F401
