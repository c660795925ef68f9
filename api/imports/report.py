"""What an import did: what became of all that was stated, and what could not be taken as it stands."""

from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import dataclass

from graph.writing.stated import Outcome

from .remarks import Fate, Remark

COLUMN = 10


@dataclass(frozen=True)
class Written:
    """What became of one stated node or link; `sort` is its kind or its relation."""

    sort: str
    name: str
    outcome: Outcome
    reason: str | None = None


@dataclass(frozen=True)
class Report:
    """All that there is to say of an import. `closed` links were stated by an earlier import and are no more."""

    title: str
    written: tuple[Written, ...]
    closed: int
    remarks: tuple[Remark, ...]

    def counts(self) -> dict[str, Counter[Outcome]]:
        """How often each outcome was met, by kind and by relation, in the order in which they were first written."""
        counts: dict[str, Counter[Outcome]] = {}
        for written in self.written:
            counts.setdefault(written.sort, Counter())[written.outcome] += 1
        return counts

    def remarked(self, fate: Fate) -> dict[str, int]:
        """For each sort of thing of that fate, for how many things it was remarked."""
        found: Counter[str] = Counter()
        for remark in self.remarks:
            if remark.fate is fate:
                found[remark.sort] += remark.count
        return dict(found)

    def kept_out(self) -> Iterator[dict[str, str]]:
        """All that was refused or kept out, one by one."""
        for written in self.written:
            if written.outcome is Outcome.REFUSED:
                yield {"what": f"{written.sort} {written.name}", "reason": written.reason or ""}
        for remark in self.remarks:
            if remark.fate is Fate.KEPT_OUT:
                yield {"what": remark.example, "reason": remark.sort}

    def lines(self) -> list[str]:
        """The report to print."""
        return [self.title, "", *self._table(), *self._refused(), *self._remarks()]

    def _table(self) -> Iterator[str]:
        counts = self.counts()
        widest = max(map(len, counts), default=0)
        yield " " * widest + "".join(outcome.value.lower().rjust(COLUMN) for outcome in Outcome)
        for sort, found in counts.items():
            yield sort.ljust(widest) + "".join(str(found[outcome]).rjust(COLUMN) for outcome in Outcome)
        if self.closed:
            yield from ("", f"{self.closed} links that the file no longer states were closed")

    def _refused(self) -> Iterator[str]:
        refused = [written for written in self.written if written.outcome is Outcome.REFUSED]
        if refused:
            yield from ("", "Refused")
        reasons: dict[tuple[str, str], list[str]] = defaultdict(list)
        for written in refused:
            reasons[written.sort, written.reason or ""].append(written.name)
        for (sort, reason), names in reasons.items():
            yield counted(len(names), f"{sort}: {reason}", names[0])

    def _remarks(self) -> Iterator[str]:
        for fate in Fate:
            found = self.remarked(fate)
            if found:
                yield from ("", fate.value)
            for sort, count in found.items():
                yield counted(count, sort, self._example(fate, sort))

    def _example(self, fate: Fate, sort: str) -> str:
        return next(remark.example for remark in self.remarks if (remark.fate, remark.sort) == (fate, sort))


def counted(count: int, sort: str, example: str) -> str:
    return f"{count:>6}  {sort}; for example {example}"
