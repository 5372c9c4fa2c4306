"""Word files: an agency's stationery filled by docxtpl, with a body written from the document tree."""
