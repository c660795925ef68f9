"""How well a piece of work matches the words of a search, told by its own words alone.

The index's own score counts how many texts have a word, hidden ones and those of other workspaces among them.
Here a word counts for more the more often it is met in a text and the shorter that is, in a title more than in a
description; what is never met counts for nothing.
"""

TITLE_WEIGHS = 3
USUAL = 60.0, 600.0
"""Of how many characters a title and a description are in which a word met once counts for a third of the most."""

WORD = "1 - 1 / (1 + (size(split(toLower({text}), word)) - 1) * {usual} / ({usual} + size({text})))"


def fit(node: str, words: str) -> str:
    """How well the node matches: more than 0, and better where more. `words` are an expression for a list of texts."""
    title = WORD.format(text=f"{node}.title", usual=USUAL[0])
    description = WORD.format(text=f"coalesce({node}.description, '')", usual=USUAL[1])
    return f"reduce(fit = 0.0, word IN {words} | fit + {TITLE_WEIGHS} * ({title}) + {description})"
