"""What core and workflow need of the rooms beside them, as protocols: a file for each matter."""
