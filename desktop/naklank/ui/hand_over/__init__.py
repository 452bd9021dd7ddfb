"""Step 4: the sheet, and the ways out of the room."""
