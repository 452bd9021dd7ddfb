"""What a person reads where something failed or was looked at, in the words of the screen."""
