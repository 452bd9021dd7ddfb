"""What is asked of the computer itself: to stay awake, who works at it, and from where."""
