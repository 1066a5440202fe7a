"""Who signs in: patients and clinicians."""
