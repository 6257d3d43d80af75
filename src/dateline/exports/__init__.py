"""The tables in the formats that other tools of the field read, one format a file."""
