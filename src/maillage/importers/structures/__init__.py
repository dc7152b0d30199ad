"""Structures of coordinated care: lists of FINESS come in; CPTS, health houses and support services go out."""
