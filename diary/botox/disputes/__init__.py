"""Sessions that a clinician recorded and the patient says are not right."""
