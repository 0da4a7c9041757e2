"""How facts arrive: sources make claims, ``loaders.run`` is the only writer."""
