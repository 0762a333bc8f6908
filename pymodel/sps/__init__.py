"""Sistema de Protección Social en Salud: financing rules, health spending, comparison of states."""
