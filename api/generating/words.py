"""The few words that titles and texts are made of: neutral ones, with which a filter finds something."""

from .chances import Chance

VERBS = ("reduce", "extend", "replace", "measure", "simplify", "document", "speed up", "retire", "review", "automate")
ADJECTIVES = ("slow", "shared", "public", "old", "daily", "central", "mobile", "internal")
NOUNS = (
    "lead time", "parser", "search index", "billing run", "sign-in", "report", "data import", "invoice form",
    "test suite", "release notes", "error budget", "customer survey", "backup", "price list", "order page",
)  # fmt: skip
LABELS = ("backend", "frontend", "data", "security", "customer", "quick win", "audit", "migration", "help wanted")
ROLES = ("Analyst", "Engineer", "Designer", "Manager", "Tester", "Writer")
REPORTS = ("As planned.", "Slower than planned: one step takes longer.", "Blocked by another team.", "A step was done.")


def task(chance: Chance) -> str:
    """Something to do, as `simplify slow search index`."""
    return f"{chance.choice(VERBS)} {chance.choice(ADJECTIVES)} {chance.choice(NOUNS)}"


def aim(chance: Chance) -> str:
    """Something to reach, as `reduce lead time`."""
    return f"{chance.choice(VERBS)} {chance.choice(NOUNS)}"


def paragraph(chance: Chance) -> str:
    return " ".join(f"We {task(chance)}, then {task(chance)}." for _ in range(chance.randint(1, 4)))


def labels(chance: Chance) -> list[str]:
    return chance.sample(LABELS, chance.choices((0, 1, 2, 3), (50, 30, 15, 5))[0])


def described(chance: Chance, title: str) -> dict[str, object]:
    """What is said of work above the items."""
    return {"title": title, "description": paragraph(chance), "labels": labels(chance)}
