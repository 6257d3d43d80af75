"""What is known before reading: countries, bodies, office-holders, and how names are spelled."""
