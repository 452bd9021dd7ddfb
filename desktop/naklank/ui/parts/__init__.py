"""What pages and windows are made of."""
