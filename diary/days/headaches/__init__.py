"""A headache with its start and end, however many days it touches."""
