"""The table of risk rules: what a doctor must hear, each with its reason."""

from typing import Final

from naklank.core.checks import CheckKind
from naklank.core.rule_notation import Rule

_BARE: Final = "NUMBER!UNIT!TIMES"  # not "500mg", not "twice"
_RUN: Final = f"{_BARE}{{1,9}}"  # bounded: an engine in a loop types thousands of numbers
_JOINED: Final = f"(?:JOIN LINK? (?: ONE? {_RUN} | ONE(?=UNIT|TIMES|PERIOD) ))"
_LEAD: Final = "(?:ONE JOIN ONE? | ONE(?=POWER) | ONE&HOUR(?=NUMBER!UNIT!TIMES!PART) )"
_COUNT: Final = f"(?: {_LEAD}? {_RUN} {_JOINED}{{0,4}} )"
"""A number of one or more words: "nul komma vijf", "152 over 88", "een of twee", "one fifty"."""
_ALONE: Final = "(?! UNIT | TIMES!NUMBER | PERIOD!CLOCK | MONTH )"  # the number counts nothing
_HOURS: Final = "HOUR&NUMBER (?:JOIN HOUR&NUMBER)?"
_OF_DAY: Final = f"{_ALONE} CLOCK? DAY_PART*"
_DIGIT: Final = f"(?:DIGIT | ONE&HOUR) {_ALONE}"
_REST: Final = f"(?: [,.]? (?: {_BARE} {_ALONE} | ONE&HOUR (?= [,.]? DIGIT ) ) )*"
_PART_OF_TIME: Final = "(?:PERIOD|DAY_PART|WEEKDAY)"
_A_DAY: Final = f"(?: (?:LINK|ONE|EVERY)+ {_PART_OF_TIME} )"
_OR_SO: Final = f"(?: JOIN {_COUNT} {_ALONE} )?"  # "een week of twee"
_WHEN: Final = "(?:SPAN|WEEKDAY|MONTH|DAY_WORD|DAY_PART)"
_YEAR: Final = "(?: ,? NUMBER!HOUR NUMBER* )?"
_DAY_AND_MONTH: Final = f"(?: {_COUNT} | ONE&HOUR ) (?:LINK|SPAN)? MONTH {_YEAR}"

# From the most telling to the least, since a word belongs to one check.
RISK_RULES: Final = (
    # One wrong digit reaches nobody. The engine types "06 12", "0-3. 0-1-1" and "nul zes, één".
    Rule(CheckKind.PHONE, f"(?:DIGIT!HOUR [,.]?)? PHONE (?!JOIN NUMBER|CLOCK) {_ALONE} {_REST}"),
    # "Nul zes twaalf vierendertig": from a nought on, also in pairs.
    Rule(CheckKind.PHONE, f"NOUGHT&DIGIT [,.]? {_BARE} (?: [,.]? {_BARE} {_ALONE} ){{2,}} {_REST}"),
    # Digits said one by one: three in a row are a telephone number, also "een een twee".
    Rule(CheckKind.PHONE, f"{_DIGIT} (?: [,.]? {_DIGIT} ){{2,}} {_REST}"),
    # "Elke 8 uur", "om de dag": an interval, before its hours are taken for a clock time.
    Rule(CheckKind.FREQUENCY, f"(?:EVERY+ | AT LINK EVERY?) (?:{_COUNT}|ONE)? {_PART_OF_TIME}"),
    # "Twintig voor drie"; with "over" or "to" between, only a clock word tells it from a range.
    Rule(
        CheckKind.TIME,
        f"NUMBER{{1,3}} (?:PAST!JOIN HOUR {_ALONE} CLOCK? | PAST HOUR CLOCK) DAY_PART*",
    ),
    # "Over zes weken", "in a week": a date, said from today.
    Rule(CheckKind.DATE, f"AHEAD LINK? (?: ONE? {_COUNT} ONE? | ONE ) PERIOD {_OR_SO}"),
    # "Kwart over tien", "tien voor half vier", "half elf": half an hour wrong is a missed visit.
    Rule(CheckKind.TIME, f"(?:FRACTION PAST|(?:NUMBER{{1,3}} PAST)? FRACTION) HOUR {_OF_DAY}"),
    # Behind "om" a number is an hour, unless it counts something ("om 2 tabletten te nemen").
    Rule(
        CheckKind.TIME,
        f"(?:NUMBER{{1,3}} PAST)? {_HOURS} {_ALONE} CLOCK? (?: NUMBER {_ALONE} CLOCK? )? DAY_PART*",
        after="AT",
    ),
    # "Om een uur", "at one.": of the article only with a clock word or nothing behind it.
    Rule(CheckKind.TIME, "ONE&HOUR (?: CLOCK DAY_PART* | (?=[,.]) )", after="AT"),
    # Typed as only a clock time is: 10.30, 14u15, 3pm.
    Rule(CheckKind.TIME, f"NUMBER&CLOCK {_OF_DAY}"),
    # "Dinsdag 9 uur", "van 8 tot 17 uur"; elsewhere "8 uur" is as likely a duration.
    Rule(CheckKind.TIME, f"{_HOURS} CLOCK (?:NUMBER {_ALONE})? DAY_PART*", after=f"{_WHEN} ,?"),
    # "3 o'clock" and "10 30 am" are never durations.
    Rule(CheckKind.TIME, f"{_HOURS} NUMBER? CLOCK!PERIOD DAY_PART*"),
    # "Vijf uur 's middags" lasts no five hours.
    Rule(CheckKind.TIME, f"{_HOURS} CLOCK DAY_PART+"),
    # How often: "vier keer per dag", "tweemaal daags", "3x"; "keer per dag" has lost its number.
    Rule(
        CheckKind.FREQUENCY,
        f"(?: {_COUNT} TIMES+ | NUMBER&TIMES TIMES* | ONE TIMES+ ) {_A_DAY}? | TIMES+ {_A_DAY}",
    ),
    # How much: tenfold errors hide in numbers with units. "Een" is a number before a unit, and a
    # measure without its number is a number that was not heard. "Hele" was perhaps "halve".
    Rule(
        CheckKind.DOSE,
        f"(?: {_COUNT} (?:LINK|ONE|WHOLE)* UNIT+ | {_RUN}? NUMBER&UNIT UNIT* | ONE UNIT+ | MEASURE+"
        f" | ONE? WHOLE LINK? UNIT+ )"
        f" (?: LINK+ (?: UNIT | TIMES | {_COUNT}? PERIOD ) | ONE PERIOD )?",
    ),
    # A date with its weekday is one check: the one proves the other.
    Rule(CheckKind.DATE, f"WEEKDAY ,? (?: LINK* {_DAY_AND_MONTH} | NUMBER&MONTH )"),
    Rule(CheckKind.DATE, f"WEEKDAY (?: ,? MONTH LINK? NUMBER+ {_YEAR} | LINK* NUMBER {_ALONE} )"),
    Rule(CheckKind.DATE, f"{_DAY_AND_MONTH} | NUMBER&MONTH | MONTH (?: LINK? NUMBER+ {_YEAR} )?"),
    # Days counted from today mean another day when the patient reads them tomorrow.
    Rule(
        CheckKind.DATE,
        f"NEXT (?: {_COUNT}? PERIOD WEEKDAY? | WEEKDAY | DAY_WORD | DAY_PART ) DAY_PART*",
    ),
    Rule(CheckKind.DATE, "DAY_WORD DAY_PART*"),
    Rule(CheckKind.WEEKDAY, "WEEKDAY DAY_PART*"),
    # Durations, and whatever number is left: values, limits, counts.
    Rule(CheckKind.NUMBER, f"(?: {_COUNT} ONE? | ONE ) PERIOD (?: LINK+ PERIOD )? {_OR_SO}"),
    Rule(CheckKind.NUMBER, f"(?! NUMBER NAMED ) {_COUNT} (?: LINK+ PERIOD )?"),
    # Morning or evening is half of many prescriptions.
    Rule(CheckKind.TIME, "DAY_PART+"),
    # "We bouwen de prednison af": up or down is told by the last word.
    Rule(CheckKind.AMOUNT, "BUILD WORD{0,4}? PARTICLE"),
    Rule(CheckKind.NEGATION, "CEASE PARTICLE WORD?"),
    # A negation with the word behind it, to hear what is denied: "hoeft geen antibiotica".
    Rule(CheckKind.NEGATION, "(?: NEGATION+ WORD? )+"),
    # A name that sounds alike is another medicine.
    Rule(CheckKind.MEDICINE, "MEDICINE+"),
    # The wrong knee; "right away" is no side.
    Rule(CheckKind.SIDE, "SIDE (?!SOON)"),
    # More and less turn an instruction around.
    Rule(CheckKind.AMOUNT, "AMOUNT | BOUND BOUND"),
)
