"""Values in words for people, and the words of reports made fit to be shown: what the faces share."""
