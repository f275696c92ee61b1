"""Where the cards of pages stand, and how large they are."""

SIZE = (1200, 630)
"""Pixels of a card, as networks show it whole."""


def card_of(id_: str = "") -> str:
    """The path of the card of a work, or of the site.

    >>> card_of("knuth84"), card_of()
    ('articles/knuth84/knuth84-card.png', 'card.png')
    """
    return f"articles/{id_}/{id_}-card.png" if id_ else "card.png"
