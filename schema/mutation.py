"""All changes: those of access and those of work."""

import strawberry

from .access_mutations import AccessMutation
from .work_mutations import WorkMutation


@strawberry.type(description="What can be changed. A change that is refused writes nothing, and says why.")
class Mutation(AccessMutation, WorkMutation):
    pass
