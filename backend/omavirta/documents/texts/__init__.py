"""The documents' words. A text that a language lacks is a type error."""
