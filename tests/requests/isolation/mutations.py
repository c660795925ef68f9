"""Random changes over the whole schema, all of them dry runs, of things of everyone."""

from typing import Any

from graphql import get_named_type, is_leaf_type, is_non_null_type

from tests.requests.isolation.operations import Operations, written

TOLD = "... on Refusal { code message path } ... on Changed { dryRun replayed change { at } }"


class Mutations(Operations):
    """Writes them. Types of graphql-core are unions that do not narrow: hence `Any`."""

    def mutation(self, name: str) -> str:
        """One change, by its name."""
        self.fragments = []
        mutation: Any = self.schema.mutation_type
        field = mutation.fields[name]
        given = self.input(field.args["input"].type)
        told = " ".join(self.told(kind) for kind in field.type.of_type.types)
        call = f"{name}(input: {written(given)}, dryRun: true)"
        return f"mutation {{ it: {call} {{ __typename {TOLD} {told} }} }} {' '.join(self.fragments)}"

    def input(self, type_: Any) -> dict[str, Any]:
        """What an input must have, and some of what it may."""
        target: Any = get_named_type(type_)
        if target.is_one_of:
            name = self.chance.choice(sorted(target.fields))
            return {name: self.stated(target.fields[name].type)}
        names = [name for name, field in target.fields.items() if self.is_given(name, field)]
        found = {name: self.stated(target.fields[name].type) for name in names}
        return {name: value for name, value in found.items() if value is not None}

    def is_given(self, name: str, field: Any) -> bool:
        """Revisions are seldom given: most would be stale."""
        if is_non_null_type(field.type):
            return True
        return self.chance.random() < (0.1 if name == "expectedRevision" else 0.3)

    def stated(self, type_: Any) -> Any:
        """A value that is stated, of any shape."""
        target: Any = get_named_type(type_)
        if is_leaf_type(target):
            return self.value(type_, 1)
        stated = self.input(target)
        return [stated] if "[" in str(type_) else stated

    def told(self, kind: Any) -> str:
        """What a member of the union tells of the graph."""
        fields = [name for name, field in kind.fields.items() if self.is_node(get_named_type(field.type))]
        inner = " ".join(f"{name} {self.select(get_named_type(kind.fields[name].type), 1)}" for name in fields)
        return f"... on {kind.name} {{ {inner or '__typename'} }}"

    def is_node(self, type_: Any) -> bool:
        return "id" in getattr(type_, "fields", {})
