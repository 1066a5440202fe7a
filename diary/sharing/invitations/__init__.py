"""An invitation by e-mail address: it lets nobody read before its clinician accepts."""
