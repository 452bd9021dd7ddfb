"""The same job without a screen: one file for each group of commands."""
