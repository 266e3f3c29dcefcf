"""Common first names, as data: of two capitals the first of which is here, most are people."""

from __future__ import annotations

from .lexicon import word_set
from .nicknames import known_names

_COMMON = word_set(
    "aaron adam adrian aisha alan alana alice alicia alison allison amelia amy ana andre andrea "
    "anita ann anna anne annie arthur ashley audrey barry beatrice bella bianca bonnie brandon "
    "brenda brian bridget bruce bryan caitlin cameron camila carl carla carlos carmen carol "
    "caroline cassandra cecilia celine chloe ciara claire clara claudia colin connor courtney "
    "craig crystal damian dana darren dawn dean debra denise dennis derek diana diane diego "
    "dominic donna doris douglas duncan dylan edith eileen elaine elena eli ella ellen elsa emily "
    "emma eric erica erika erin esther ethan eva evan evelyn fatima felicity felix fernando fiona "
    "florian gabriela gareth gemma geoffrey george georgina gillian gina giovanni glen glenn "
    "gloria gordon graham greta guy hailey hannah harriet hassan heather hector heidi helen "
    "helena hilary holly howard hugo ian ibrahim imogen ingrid irene iris isaac isabel isabelle "
    "ivan ivy jackson jane janet janice jason jasmine jean jeanne jenna jeremy jerome jill joan "
    "joanna joanne jodie jorge jose josephine juan juanita julia julian juliana julie june justin "
    "kara karen karl kayla keith kelly kelsey kendra kerry kevin kirsten kris "
    "kristen kristin kyle kylie lana lara larry latoya laura lauren leah lee leo leon leonardo "
    "leroy lewis liam lily linda lindsay lindsey lisa logan lois lola lorenzo lorraine luca lucas "
    "lucia lucy luis luke lydia lynn malcolm marc marco marcus margot maria marian marianne marie "
    "marilyn mario marion marjorie marlene martha mary mason maureen maurice max maxine maya "
    "megan mia miguel mila miranda miriam mohamed mohammed moira molly mona monica morgan "
    "muhammad nadia naomi natalia natalie natasha neil nigel nina noah noel nora norman norma "
    "olga olivia omar oscar otto owen pablo paige patrice paul paula pauline pedro perry petra "
    "phoebe phyllis priya quentin rafael ralph ramon randall raquel rashida raul renee rhonda "
    "ricardo rita roberta roberto robin rodney roger roland rosa rosalind rose ross roxanne roy "
    "ruby rupert ruth ryan sabrina sally salma sara sarah scott sean selena serena shane shannon "
    "sharon shaun sheila shirley sienna silvia sofia sonia sophia sophie stacey stanley stella "
    "tamsin tara tatiana taylor teresa tiffany tina todd tony tracy travis trevor tristan troy "
    "tyler ursula vanessa vera victor viola vivian wade wallace wanda warren wendy wesley whitney "
    "yolanda yvette yvonne zara zoe"
)
GIVEN_NAMES = _COMMON | known_names()
