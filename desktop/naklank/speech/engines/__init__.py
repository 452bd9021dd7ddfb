"""The engines: each turns one span of sound into words."""
