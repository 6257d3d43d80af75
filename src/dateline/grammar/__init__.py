"""English grammar: what the words round a verb say of it, by lemma and context, never by spelling."""
