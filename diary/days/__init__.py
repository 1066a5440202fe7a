"""Writing the diary: what the patient records about a day."""
