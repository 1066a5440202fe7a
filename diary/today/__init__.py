"""The first page: what a patient does and wants to know today."""
