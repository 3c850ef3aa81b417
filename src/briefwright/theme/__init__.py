"""The look of a house style: fonts, colours, page and styles, from which every format draws."""
