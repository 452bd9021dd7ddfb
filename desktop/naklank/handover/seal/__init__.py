"""The seal: a signature in each file that goes home, and what it says when the file comes back."""
