"""What still waits on this computer, and the journal of what happened."""
