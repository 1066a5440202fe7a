"""The list of patients who share their diaries with a clinician."""
