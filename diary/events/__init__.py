"""What else changed in a patient's life, written down by the patient beside the treatment."""
