"""The code by which a patient finds a clinician: short enough to read out, or on a poster."""
