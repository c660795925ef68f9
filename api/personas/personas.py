"""Who the personas are: what each may do, and as whom it asks."""

from dataclasses import dataclass

READS = ("work:read", "changes:read")

EXPLORER = "goldenthread-explorer"
"""The client through which the people among them ask."""

PARTNER = "partner"
"""The partner's client, and the one source that it may write for."""


@dataclass(frozen=True)
class Persona:
    """One who asks. A persona whose `client` has its own name is no person, but that client itself."""

    name: str
    description: str
    scopes: tuple[str, ...]
    groups: tuple[str, ...] = ()
    client: str = EXPLORER
    source: str | None = None


PERSONAS = (
    Persona("analyst", "Reads the work, and what has changed in it.", READS, ("analysts",)),
    Persona(
        "planner",
        "Plans: changes the work, checks in, states money, says who may see what.",
        (*READS, "work:write", "checkins:write", "cost:read", "cost:write", "people:read", "access:manage"),
        ("planners",),
    ),
    Persona(
        "executive", "Reads everything, money and people too.", (*READS, "cost:read", "people:read"), ("executives",)
    ),
    Persona(
        PARTNER,
        "A partner's program: brings in the work of one source, and nothing else.",
        ("work:read", "work:write", "sync:write"),
        client=PARTNER,
        source=PARTNER,
    ),
)

NAMES = tuple(persona.name for persona in PERSONAS)


def named(name: str) -> Persona | None:
    """The persona with this name, if there is one."""
    return next((persona for persona in PERSONAS if persona.name == name), None)
