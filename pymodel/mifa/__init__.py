"""Financial statements, reserves and long term (MIFA) of the five insurances.

Short term: ``reparto`` spreads common costs, ``estados`` holds the statements and their
identities, ``corto_plazo`` projects three years, ``reservas`` keeps funds, loans and ledgers.
Long term: ``base`` is the printed path, ``supuestos`` the alternatives, ``largo_plazo`` the cash
flow, ``seguros`` spreads it, ``equilibrio`` gives premiums, wages and present values, and
``indicadores``, ``transferencia`` and ``financiamiento_rjp`` read them. Amounts are millions of
pesos (mdp) unless a docstring says otherwise.
"""
