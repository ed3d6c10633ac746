"""Made-up names in many first letters, some of them far more common than others."""

from random import Random


def names_in(text: str) -> tuple[str, ...]:
    """Return the words of a text."""
    return tuple(text.split())


FIRST = names_in(
    """
    Aaron Abigail Adaeze Ahmed Aisha Alan Alice Amelia Amir Andrzej Angela Anita Anwar
    Arthur Ayesha Barbara Beth Bilal Brenda Callum Carol Catrin Chidi Chloe Colin Daisy
    Daniel Darren David Deborah Dennis Dilys Donna Dylan Ebony Edith Eilidh Elena Ellie
    Emeka Emma Ethan Fatima Fergus Fiona Frank Gareth Gemma George Gillian Grace Hamza
    Hannah Harold Hayley Hugh Ibrahim Imran Ines Iona Isla Ivan Jack Jade Jamal Janet
    Jasmine Jean Joanne Jorge Joyce Kamal Karen Kasia Keith Kelly Kirsty Kwame Laila Lauren
    Lee Lewis Linda Lorna Lucy Luis Malcolm Maria Marcus Mei Michael Mohammed Moira Nadia
    Naomi Neil Nia Niamh Nigel Noor Olga Olive Omar Owen Patience Patrick Paul Pauline Peter
    Priya Rachel Raj Rebecca Rhys Rita Robert Rosie Ruby Ryan Sadia Sally Samir Sarah Sean
    Sharon Shirley Simon Sofia Stella Steven Susan Tariq Terry Thomas Tracey Uma Usman Vera
    Victor Wanda Wayne Wendy Yasmin Yusuf Zainab Zoe
    """
)
FAMILY = names_in(
    """
    Smith Jones Taylor Brown Williams Wilson Johnson Davies Patel Robinson Wright Thompson
    Evans Walker White Roberts Green Hall Wood Jackson Clarke Khan Hughes Ahmed Begum Ali
    Hussain Kaur Singh Murphy Kelly Okafor Mensah Adeyemi Osei Nowak Kowalska Ivanova
    Popescu Silva Nguyen Chen Wong Iqbal Malik Shah Yilmaz Haddad Cohen Rossi Fraser Stewart
    Campbell MacDonald Byrne
    """
)
FRONTS = names_in(
    """
    Ald Amber Ash Barn Beck Birch Black Bram Bridge Brock Burn Cart Chad Clay Cold Cross
    Dale Dun East Edge Elm Fair Fern Fox Glen Gold Hale Hart Haw Hazel Hol Ings Ken Kil Lang
    Lark Lin Lock Mar Mead Mil Moor Nether Nor Oak Old Pen Prest Quarr Rad Red Rush Sand Sel
    Shel Stan Thorn Up Vern Wal West Whit Win Yar
    """
)
ENDS = names_in(
    """
    ard bourne by croft den don field ford ham ley man more ridge stead ton well wood worth
    """
)
FAMILIES = (*FAMILY, *(front + end for end in ENDS for front in FRONTS))


def name(chance: Random) -> str:
    """Return two names, or three: the first of the list are the commonest."""
    first = FIRST[int(len(FIRST) * chance.random())]
    family = FAMILIES[int(len(FAMILIES) * chance.random() ** 1.4)]
    if chance.random() < 0.07:
        family += "-" + FAMILIES[int(len(FAMILIES) * chance.random())]
    if chance.random() < 0.1:
        first += " " + FIRST[int(len(FIRST) * chance.random())]
    return f"{first} {family}"
