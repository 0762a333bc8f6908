"""Padrón de beneficiarios: sample, audit of the households, sense of belonging, satisfaction."""
