"""Recording Botox sessions."""
