"""Links by which whoever holds them reads a part of a diary, for some days, without an account."""
