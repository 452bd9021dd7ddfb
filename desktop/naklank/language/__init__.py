"""What Naklank knows of Dutch and English."""
