"""What is stored, and how it is reached. So far: which trained model served since when."""
