"""Many articles: streamed, cut into parts, analysed by many processes, and resumed where they stopped."""
