"""Step 1: who is present, does each agree, what goes home; and the talk before it."""
