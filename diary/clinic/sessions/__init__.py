"""Botox sessions that a clinician records in the diary of a patient who allows it."""
