"""Step 3: the text is checked by ear, or typed by hand."""
