"""Provider of xlwings Server: a key for each user, sent in the Authorization header."""

from __future__ import annotations

import os
from pathlib import Path

from fastapi import HTTPException
from xlwings_server.models import User

from xl.servidor import claves


async def validate_token(token_string: str) -> User:
    """Return the user whose key it is, or answer 401."""
    usuario = claves.usuario(Path(os.environ[claves.VARIABLE]), token_string or "")
    if usuario is None:
        raise HTTPException(
            status_code=401,
            detail="Clave de acceso ausente o no reconocida. Escríbala en el panel, en Acceso.",
        )
    return User(id=usuario, name=usuario)
