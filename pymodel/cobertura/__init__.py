"""Coverage: households, uninsured population, insurance status imputed in a census sample."""
