"""TLS certificates: one of our own for this machine, and a look at the ones that are given."""

from __future__ import annotations

import datetime as dt
import ipaddress
import os
import ssl
from pathlib import Path

import typer
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import ExtendedKeyUsageOID, NameOID

from pymodel.errores import DatoInvalido, Descripcion

DIAS = 397
"""Life of ours: the longest that browsers take without complaint."""

RENOVAR = 7
"""Ours is made again when fewer days are left."""


def carpeta() -> Path:
    """Where the certificate and the keys of this user live."""
    return Path(typer.get_app_dir("modelo-imss"))


def rutas_de_desarrollo(destino: Path | None = None) -> tuple[Path, Path]:
    """Where the certificate for localhost and its key are kept, made or not."""
    destino = destino or carpeta()
    return destino / "localhost.pem", destino / "localhost-llave.pem"


def de_desarrollo(destino: Path | None = None) -> tuple[Path, Path]:
    """Certificate and key for localhost, made if they are missing or about to expire.

    Returns
    -------
    tuple of Path    Certificate and private key, readable by this user only.
    """
    certificado, llave = rutas_de_desarrollo(destino)
    if certificado.exists() and llave.exists():
        try:
            if vence(certificado) - _now() > dt.timedelta(days=RENOVAR):
                return certificado, llave
        except DatoInvalido:
            pass  # damaged: made again
    certificado.parent.mkdir(parents=True, exist_ok=True)
    privada = ec.generate_private_key(ec.SECP256R1())
    _write(
        llave,
        privada.private_bytes(
            serialization.Encoding.PEM,
            serialization.PrivateFormat.PKCS8,
            serialization.NoEncryption(),
        ),
    )
    _write(certificado, firmar(privada).public_bytes(serialization.Encoding.PEM))
    return certificado, llave


def firmar(
    privada: ec.EllipticCurvePrivateKey,
    desde: dt.datetime | None = None,
    dias: int = DIAS,
) -> x509.Certificate:
    """Sign a certificate for localhost with its own key."""
    desde = desde or _now() - dt.timedelta(minutes=5)  # clocks that run a little late
    quien = x509.Name(
        [
            x509.NameAttribute(NameOID.COMMON_NAME, "localhost"),
            x509.NameAttribute(NameOID.ORGANIZATION_NAME, "Modelo IMSS (desarrollo)"),
        ]
    )
    return (
        x509.CertificateBuilder()
        .subject_name(quien)
        .issuer_name(quien)
        .public_key(privada.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(desde)
        .not_valid_after(desde + dt.timedelta(days=dias))
        .add_extension(
            x509.SubjectAlternativeName(
                [
                    x509.DNSName("localhost"),
                    x509.IPAddress(ipaddress.ip_address("127.0.0.1")),
                    x509.IPAddress(ipaddress.ip_address("::1")),
                ]
            ),
            critical=False,
        )
        # Not an authority: trusting it lets nobody sign for other sites.
        .add_extension(x509.BasicConstraints(ca=False, path_length=None), critical=True)
        .add_extension(x509.ExtendedKeyUsage([ExtendedKeyUsageOID.SERVER_AUTH]), critical=False)
        .sign(privada, hashes.SHA256())
    )


def vence(certificado: Path) -> dt.datetime:
    """Return when a certificate expires.

    Raises
    ------
    DatoInvalido    If the file cannot be read as a certificate.
    """
    try:
        return x509.load_pem_x509_certificate(certificado.read_bytes()).not_valid_after_utc
    except OSError as error:
        raise DatoInvalido(
            "certificado", str(certificado), f"un archivo legible ({error.strerror})"
        ) from None
    except ValueError:
        raise DatoInvalido(
            "certificado", str(certificado), "un certificado en formato PEM"
        ) from None


def revisar(certificado: Path, llave: Path) -> None:
    """Refuse a certificate that clients would refuse: expired, or of another key."""
    fin = vence(certificado)
    if fin <= _now():
        raise DatoInvalido(
            f"certificado {certificado.name}",
            Descripcion(f"uno que venció el {fin:%Y-%m-%d}"),
            "un certificado vigente: renuévelo con quien lo emitió",
        )
    try:
        ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER).load_cert_chain(certificado, llave)
    except (OSError, ssl.SSLError):
        raise DatoInvalido(
            f"llave {llave.name}",
            Descripcion("un archivo que no es la llave del certificado"),
            "la llave privada, en PEM y sin contraseña, con que se pidió el certificado",
        ) from None


def _now() -> dt.datetime:
    return dt.datetime.now(dt.UTC)


def _write(ruta: Path, contenido: bytes) -> None:
    """Write a file that only this user reads."""
    ruta.unlink(missing_ok=True)
    with os.fdopen(os.open(ruta, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "wb") as archivo:
        archivo.write(contenido)
