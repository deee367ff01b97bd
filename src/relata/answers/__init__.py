"""What is asked of incidents and actors: sums, dossiers, facets. Pure functions of what was computed."""
