"""Steps from each version of the database to the next, run when a database is opened."""
