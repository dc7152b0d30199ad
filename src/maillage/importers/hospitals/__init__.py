"""Hospitals: the survey of health establishments comes in; legal entities, sites and hospital groups go out."""
