"""The edge: commands for the terminal. Thin: it asks the packages below, shows what they say, and decides nothing."""
