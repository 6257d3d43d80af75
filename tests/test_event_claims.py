"""What is denied, open, only charged or put off is never told as happened, whatever the words round it."""

import pytest

from rule_examples import judged

UNDONE = [
    ("The navy said it had seen no sign that the rebels [fired] first.", "denied"),
    ("Doctors found no trace of [poisoning] in the town.", "denied"),
    ("The firm dismissed suggestions that it had [robbed] buyers.", "denied"),
    ("The claim that guards [beat] the men is baseless.", "denied"),
    ("The navy said it was untrue that a ship had [sunk].", "denied"),
    ("Guards were kept from [entering] the hall.", "denied"),
    ("Police stopped short of [arresting] the mayor.", "denied"),
    ("Rather than [sign] the pact, the envoy left.", "denied"),
    ("The envoy left the hall without [signing] the pact.", "denied"),
    ("The cause of the fire has yet to be [determined].", "denied"),
    ("The old king was too weak to [travel].", "denied"),
    ("The tanker nearly [exploded] in the harbour.", "denied"),
    ("The bank ruled out [closing] its branches.", "denied"),
    ("The union called off a [strike] at the port.", "denied"),
    ("The mayor pleaded not guilty to [taking] bribes.", "hypothetical"),
    ("Two men are wanted for [robbing] a jeweller.", "hypothetical"),
    ("Two men were arrested on suspicion of [smuggling] arms.", "hypothetical"),
    ("Nobody has confirmed that the dam [collapsed].", "hypothetical"),
    ("Speculation that the bank [failed] hurt its shares.", "hypothetical"),
    ("Had the guards [fired], the crowd would have fled.", "hypothetical"),
    ("Has the army [shelled] the port?", "hypothetical"),
    ("The firm was on the verge of [closing] when a buyer came.", "hypothetical"),
    ("The [vote] has been put off until June.", "planned"),
    ("The bank delayed the [sale] of its branches.", "planned"),
]
DONE = [
    "Police found proof that the firm [cheated] buyers.",
    "The firm confirmed reports that it had [cheated] buyers.",
    "The mayor was jailed for [taking] bribes.",
    "The mayor pleaded guilty to [taking] bribes.",
    "The court ruled that the guards [acted] lawfully.",
    "Prices nearly [doubled] in a year.",
    "The army almost certainly [fired] first.",
    "The navy did not say when the ship [sank].",
    "Why did the army [shell] the port?",
    "The bridge had [collapsed], police said.",
    "The envoy left after [signing] the pact.",
    "The firm earned millions from [selling] oil.",
]


@pytest.mark.parametrize(("text", "status"), UNDONE)
def test_what_is_denied_or_open_is_told_so(text, status):
    assert judged(text)[0] == status


@pytest.mark.parametrize("text", DONE)
def test_what_looks_alike_and_was_done_stays_so(text):
    assert judged(text)[0] == "happened"
