"""The live pages: home, explorer, questions, coverage, and entities, in two languages.

Everything is rendered here; routes only fetch, and call. Pages work without JavaScript,
except the canvas; scripts and styles are files of their own, so that a policy without
inline script can hold.
"""
