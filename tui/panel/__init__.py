"""What the side panel lists."""
