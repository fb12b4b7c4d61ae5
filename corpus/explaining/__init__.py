"""Explaining: what is known of a place in an article, and which rule said so."""
