"""What the world is: classes, properties, vocabularies, claims. Needs no database.

The Turtle files beside this module are the only place where a class, property, label,
colour, or key is declared. Everything else in the project is read from the
:class:`~ontology.model.Ontology` that :func:`~ontology.model.load` builds from them.
"""
