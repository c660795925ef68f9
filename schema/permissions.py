"""What a viewer may do with a piece of work, as it is published."""

import strawberry

from graph.reading.permitting import EDIT, LINK, OWN, RESTORE
from resolvers.declared import Permitted
from resolvers.fields import leaf
from resolvers.scopes import Scope


@strawberry.type(
    description="What you may do with a piece of work: by the scopes of your token, your role on its space, and, where"
    " your token is bound to a source, by whether the work came from that source."
)
class ViewerPermissions:
    edit: bool = leaf(
        Permitted(EDIT, Scope.WORK_WRITE),
        "Change, archive and move it. Needs the scope work:write and the role EDITOR, to move it on both spaces.",
    )
    link: bool = leaf(
        Permitted(LINK, Scope.WORK_WRITE),
        "Say what it counts towards, and with which share. Needs the scope work:write and the role EDITOR.",
    )
    restore: bool = leaf(
        Permitted(RESTORE, Scope.WORK_WRITE),
        "Restore it, where it is archived. Needs the scope work:write and the role EDITOR.",
    )
    check_in: bool = leaf(
        Permitted(EDIT, Scope.CHECKINS_WRITE), "Report on it. Needs the scope checkins:write and the role EDITOR."
    )
    manage_access: bool = leaf(
        Permitted(OWN, Scope.ACCESS_MANAGE),
        "Say who may read and change what lies in its space. Needs the scope access:manage and the role OWNER, and a"
        " token that is bound to no source.",
    )
