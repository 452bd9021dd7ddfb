"""What the computer itself does: stays awake, sleeps, is worked from afar, leaves dumps."""
