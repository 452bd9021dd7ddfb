"""What stays on this computer: sessions until they are handed over, and settings."""
