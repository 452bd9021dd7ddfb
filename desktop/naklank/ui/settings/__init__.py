"""The settings window; each part of the app adds its page."""
