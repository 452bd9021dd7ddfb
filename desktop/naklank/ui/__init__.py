"""The window: pages, widgets and what they look like."""
