"""Side effects, each by the day after its Botox session."""
