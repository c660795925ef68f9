"""What is wrong with a file of another shape than it should have."""

from pydantic import ValidationError


def first_reason(fault: ValidationError) -> str:
    """The first thing that is wrong, with its place in the file."""
    first = fault.errors(include_url=False, include_input=False)[0]
    place = "".join(f"[{step}]" if isinstance(step, int) else f".{step}" for step in first["loc"]).lstrip(".")
    said = first["msg"].removeprefix("Value error, ")
    return f"{place}: {said}" if place else said
