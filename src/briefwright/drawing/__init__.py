"""Pictures from data: charts, timelines and scales laid out as shapes, which every format draws in its own way."""
