"""The texts that lie beside the code: questions, ideal statements, and what finds the nodes to ask about."""

from pathlib import Path

HERE = Path(__file__).parent
ROOT = HERE.parent


def question(name: str) -> str:
    """In the words of our own interface."""
    return (HERE / "questions" / f"{name}.graphql").read_text(encoding="utf-8")


def neo4j_question(name: str) -> str:
    """In the words of the interface that @neo4j/graphql makes."""
    return (HERE / "questions" / "neo4j" / f"{name}.graphql").read_text(encoding="utf-8")


def ideal(name: str) -> str:
    """The best statement that one could write for the question."""
    return (HERE / "ideal" / f"{name}.cypher").read_text(encoding="utf-8")


def cases(name: str) -> str:
    """The statement that finds what the question can be asked about."""
    return (HERE / "cases" / f"{name}.cypher").read_text(encoding="utf-8")
