"""What keeps text that nobody said, and speech that nobody typed, from passing unseen."""
