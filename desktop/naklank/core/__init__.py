"""What Naklank knows, in the standard library alone: no Qt, no numpy, no reading or writing."""
