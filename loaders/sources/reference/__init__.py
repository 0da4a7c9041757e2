"""Territories and countries that records refer to, with their official codes."""
