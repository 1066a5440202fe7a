"""The server's half of the phone's queue: taking its changes, and choosing between versions."""
