"""Plain text: sentences, folding, likeness, alignment, transliteration. Knows nothing of war or news."""
