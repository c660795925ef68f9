import time, asyncio
from tests.requests.changes.upserts import *
from graph.records.states import SpaceRole
def test_perf(granting):
    granting.grant("open", granting.client("robot"), SpaceRole.EDITOR)
    partner = granting.caller("robot", client_id="robot", source="tracker", scope="work:read sync:write")
    space = granting.ids["open"]
    def batch(n, count=500):
        items = [work(f"{n}-{i}", "workItem", space, description="x"*100, estimate=3, labels=["a"]) for i in range(count)]
        ch = [links(named(f"{n}-{i}"), link("CONTRIBUTES_TO", {"id": granting.ids["Grow"]})) for i in range(count)]
        return items, ch
    for n in range(4):
        items, ch = batch(n)
        t=time.perf_counter(); d=upsert(partner,*items,children=ch); t1=time.perf_counter()-t
        assert d["counts"]["created"]==1000
        t=time.perf_counter(); d=upsert(partner,*items,children=ch); t2=time.perf_counter()-t
        assert d["counts"]["unchanged"]==1000
        print(f"new {t1:.3f} unchanged {t2:.3f} ratio {t1/t2:.2f}")
