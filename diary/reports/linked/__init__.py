"""The pages of a diary for whoever opened a link to it."""
