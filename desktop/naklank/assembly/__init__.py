"""The rooms put together for the window and the command line: what neither should know."""
