"""Speed and memory of what ships."""
