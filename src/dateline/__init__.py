"""English news into tables: who, what, when, who says so, in what tone."""
