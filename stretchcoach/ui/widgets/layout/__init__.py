"""Where things stand: layouts, scrolling, the way of the Tab key, the focus ring."""
