"""Who may read a diary: the patient, and whoever the patient lets in; every reading is on a log."""
