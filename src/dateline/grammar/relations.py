"""The relations of Universal Dependencies (UD 2) under the names of grammar; no other room spells their labels.

A relation says what a word is to the word that it hangs on: `tree.kids(verb, rel.OBJECT)` are the objects of a verb.
Where several make one question, a method of the tree or a function of this room answers it.
"""

from __future__ import annotations

ROOT = "root"  # the word that a sentence hangs on

# what a verb takes
SUBJECT, PASSIVE_SUBJECT, OUTER_SUBJECT = "nsubj", "nsubj:pass", "nsubj:outer"
CLAUSE_AS_SUBJECT, CLAUSE_AS_PASSIVE_SUBJECT, CLAUSE_AS_OUTER_SUBJECT = "csubj", "csubj:pass", "csubj:outer"
EXPLETIVE = "expl"  # "it" and "there" that stand for nothing
OBJECT, INDIRECT_OBJECT = "obj", "iobj"
AGENT = "obl:agent"  # "by the army" of a passive
COMPLEMENT = "ccomp"  # a clause with a subject of its own: "said that ..."
CONTROLLED = "xcomp"  # an infinitive or predicate whose subject stands above: "wants to leave"

# what may come to a verb
OBLIQUE, BARE_OBLIQUE, TIME_OBLIQUE, MEASURE = "obl", "obl:unmarked", "obl:tmod", "obl:npmod"
ADVERB, ADVERBIAL_CLAUSE, SENTENCE_RELATIVE = "advmod", "advcl", "advcl:relcl"
AUXILIARY, PASSIVE_AUXILIARY, COPULA = "aux", "aux:pass", "cop"
MARKER = "mark"  # "that", "if", the "to" of an infinitive
PARTICLE = "compound:prt"  # "off" of "seal off"
NEGATION = "neg"

# what comes to a noun
NOUN_MODIFIER, POSSESSOR, DESCRIPTION = "nmod", "nmod:poss", "nmod:desc"
BARE_NOUN_MODIFIER, TIME_NOUN_MODIFIER = "nmod:unmarked", "nmod:tmod"
ADJECTIVE, NUMBER, DETERMINER, PREDETERMINER = "amod", "nummod", "det", "det:predet"
COMPOUND, FLAT, FLAT_NAME, FIXED, SPLIT = "compound", "flat", "flat:name", "fixed", "goeswith"
APPOSITION, ADNOMINAL_CLAUSE, RELATIVE_CLAUSE = "appos", "acl", "acl:relcl"
PREPOSITION = "case"  # also the mark of a possessor

# what ties words and clauses
CONJUNCT, COORDINATOR, BEFORE_COORDINATION = "conj", "cc", "cc:preconj"
ASIDE, LIST, DISLOCATED, VOCATIVE, DISCOURSE = "parataxis", "list", "dislocated", "vocative", "discourse"
ORPHAN, UNKNOWN, PUNCTUATION = "orphan", "dep", "punct"

SUBJECTS = (SUBJECT, PASSIVE_SUBJECT, OUTER_SUBJECT)
CLAUSAL_SUBJECTS = (CLAUSE_AS_SUBJECT, CLAUSE_AS_PASSIVE_SUBJECT, CLAUSE_AS_OUTER_SUBJECT)
OBJECTS = (OBJECT, INDIRECT_OBJECT)
CARRIED = (OBJECT, SUBJECT, PASSIVE_SUBJECT)  # what a noun is to the verb that carries it: "held talks"
AUXILIARIES = (AUXILIARY, PASSIVE_AUXILIARY)
HELPERS = (*AUXILIARIES, COPULA)
CLAUSES_OF_A_NOUN = (ADNOMINAL_CLAUSE, RELATIVE_CLAUSE)
IN_A_NAME = (FLAT, COMPOUND, DESCRIPTION)  # what the words of "Prime Minister Ann Lee" are to its head
