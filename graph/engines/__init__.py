"""Drivers and launchers; the only package that imports them."""
