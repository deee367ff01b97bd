"""What a form of export cannot carry, counted for each incident."""
