import time,sys
import tests.reliability.test_writes as t
began=time.time()
def say(*a): sys.stderr.write(f"{time.time()-began:7.1f} {' '.join(map(str,a))}\n")
from contextlib import contextmanager
k=t.killed
@contextmanager
def killed(f):
    say("starting")
    with k(f) as s:
        say("started"); yield s
        say("killing")
    say("killed")
t.killed=killed
s=t.serving
@contextmanager
def serving(x):
    with s(x) as g:
        say("serving"); yield g
        say("closing")
    say("closed")
t.serving=serving
w=t.whole_of
async def wh(*a):
    say("whole")
    r= await w(*a); say("was whole", len(r.nodes), r.seq); return r
t.whole_of=wh
aa=t.await_acknowledged
def aw(ws, more):
    say("awaiting", more); aa(ws, more); say("awaited", [x.acknowledged for x in ws],[x.caller.asked_again for x in ws])
t.await_acknowledged=aw
from pathlib import Path
import tempfile, pytest
def test_x(tmp_path, monkeypatch):
    port=t.free_port()
    monkeypatch.setattr(t.local,"free_port",lambda:port)
    t.test_what_was_acknowledged_is_there_exactly_once_however_often_the_database_is_killed(t.data_folder(tmp_path/"d"))
