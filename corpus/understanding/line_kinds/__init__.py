"""What one line is by its own words: a caption, a menu, a byline, the name of an outlet, a date."""
