"""Financial statements and reserves of the five insurances: short term, long term, allocation.

``reparto`` spreads common costs, ``estados`` holds the statements and their identities,
``corto_plazo`` projects three years, ``reservas`` keeps funds, loans and ledgers. Amounts are
millions of pesos (mdp) unless a docstring says otherwise.
"""
