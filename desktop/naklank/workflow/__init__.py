"""What happens when: intents come in, sessions and past facts go out. QtCore only."""
