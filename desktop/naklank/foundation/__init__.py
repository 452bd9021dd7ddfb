"""What every room stands on: where things lie, encryption, bytes that survive a power cut."""
