"""Step 2: the doctor speaks, and sees that it is heard."""
