"""The command line: ``relata --db FILE VERB …``, one module for each verb."""
