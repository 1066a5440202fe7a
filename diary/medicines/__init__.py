"""The patient's own medicines and the preventives tried."""
