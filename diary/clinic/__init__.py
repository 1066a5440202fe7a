"""The pages of clinicians: the diaries that patients share with them."""
