"""A search finds the work whose title or description has all the words, shows where, and takes any text."""

from typing import Any

import pytest

from api.local.server import LocalServer
from tests.fixtures.building import Building
from tests.fixtures.questions import Questions, questions

LONG = f"{'padding ' * 40}the needle lies here {'padding ' * 40}".strip()
SPACES = ("home", "vault")


@pytest.fixture(scope="module")
def work(neo4j: LocalServer) -> Questions:
    here = Building()
    for space in SPACES:
        here.space(space)
    here.work("Objective", "Faster parser")
    here.work("Objective", "Better errors", description="The parser says what it wanted instead.")
    here.work("Project", "Parser in the vault", space="vault")
    here.work("WorkItem", "Rewrite the lexer", description=LONG)
    here.work("WorkItem", "Zürich café")
    here.work("WorkItem", "Don't panic in v1.2", flow_state="DONE")
    here.work("WorkItem", "AND OR NOT title:x")
    for i in range(30):
        here.work("WorkItem", f"Chore {i:02d}", description="routine " * (i % 7 + 1))
    found = questions(neo4j, "search", here)
    other = Building()
    other.space("home")
    other.work("Objective", "Another parser")
    questions(neo4j, "search-elsewhere", other)
    return found


SEARCH = """query($words: String!, $kinds: [WorkNodeKind!], $where: WorkWhere) {
    search(text: $words, kinds: $kinds, where: $where) {
        totalCount edges { score fragment node { title } } } }"""


def found(work: Questions, text: str, *spaces: str, **arguments: Any) -> Any:
    told = work.ask(SEARCH, work.reader(*(spaces or SPACES)), words=text, **arguments)
    assert told.errors == []
    assert len(told.texts) == 1
    search = told.data["search"]
    assert search["totalCount"] == len(search["edges"])
    return search["edges"]


def titles(edges: Any) -> list[str]:
    return [edge["node"]["title"] for edge in edges]


def test_what_has_the_word_in_its_title_comes_before_what_has_it_in_its_description(work: Questions) -> None:
    edges = found(work, "parser", "home")

    assert titles(edges) == ["Faster parser", "Better errors"]
    assert edges[0]["score"] > edges[1]["score"] > 0


def test_what_is_hidden_or_of_another_workspace_is_not_found(work: Questions) -> None:
    assert set(titles(found(work, "parser"))) == {"Faster parser", "Better errors", "Parser in the vault"}
    assert set(titles(found(work, "parser", "vault"))) == {"Parser in the vault"}
    assert work.ask(SEARCH, work.reader(), words="parser").data["search"]["totalCount"] == 0


def test_what_is_hidden_does_not_change_what_is_found_or_how_many(work: Questions) -> None:
    text = '{ search(text: "parser", first: 2) { totalCount nodes { title } pageInfo { hasNextPage } } }'

    seen = work.ask(text, work.reader("home")).data["search"]

    assert seen["totalCount"] == len(seen["nodes"]) == 2
    assert seen["pageInfo"] == {"hasNextPage": False}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("PARSER faster", {"Faster parser"}),  # all words, in any order and case
        ("better wanted", {"Better errors"}),  # one in the title, one in the description
        ("ZÜRICH Café", {"Zürich café"}),
        ("zurich", set()),  # with its accents
        ("don't", {"Don't panic in v1.2"}),
        ("v1.2", {"Don't panic in v1.2"}),
        ("and or not", {"AND OR NOT title:x"}),  # words, and not the language of a query
        ("pars", set()),  # words, and not parts of words
        ("parser nowhere", set()),
        ("needle", {"Rewrite the lexer"}),
    ],
)
def test_all_words_must_be_found_in_any_case(work: Questions, text: str, expected: set[str]) -> None:
    assert set(titles(found(work, text, "home"))) == expected


def test_a_search_can_be_of_some_kinds_and_filtered(work: Questions) -> None:
    assert titles(found(work, "parser", kinds=["PROJECT"])) == ["Parser in the vault"]
    assert titles(found(work, "panic", where={"flowState": {"eq": "DONE"}})) == ["Don't panic in v1.2"]
    assert found(work, "panic", where={"not": {"flowState": {"eq": "DONE"}}}) == []


def test_a_fragment_shows_the_title_or_what_is_around_the_words_in_the_description(work: Questions) -> None:
    [title] = found(work, "lexer rewrite")
    [short] = found(work, "instead")
    [cut] = found(work, "needle")

    assert title["fragment"] == "Rewrite the lexer"
    assert short["fragment"] == "The parser says what it wanted instead."
    assert "the needle lies here" in cut["fragment"]
    assert cut["fragment"].startswith("…padding")
    assert cut["fragment"].endswith("padding…")
    assert len(cut["fragment"]) <= 202


DIRECTIONS = (("first", "after", "hasNextPage", "endCursor"), ("last", "before", "hasPreviousPage", "startCursor"))


def test_the_pages_of_a_search_together_are_all_that_it_finds(work: Questions) -> None:
    for size, start, more, end in DIRECTIONS:
        text = f"""query($at: String) {{ search(text: "routine", {size}: 7, {start}: $at) {{
            edges {{ score node {{ title }} }} pageInfo {{ {more} {end} }} }} }}"""
        pages, cursor = [], None
        while True:
            page = work.ask(text, work.reader("home"), at=cursor).data["search"]
            pages.append(page["edges"])
            cursor = page["pageInfo"][end]
            if not page["pageInfo"][more]:
                break
        edges = [edge for page in (pages if size == "first" else pages[::-1]) for edge in page]

        assert sorted(titles(edges)) == [f"Chore {i:02d}" for i in range(30)]
        assert [edge["score"] for edge in edges] == sorted((edge["score"] for edge in edges), reverse=True)


def test_a_cursor_of_another_text_is_refused(work: Questions) -> None:
    text = "query($words: String!, $at: String) { search(text: $words, first: 1, after: $at) { edges { cursor } } }"
    viewer = work.reader("home")
    [edge] = work.ask(text, viewer, words="parser").data["search"]["edges"]

    assert work.ask(text, viewer, words="parser", at=edge["cursor"]).errors == []
    other = work.ask(text, viewer, words="lexer", at=edge["cursor"])
    assert other.errors[0].extensions["code"] == "BAD_CURSOR"


HOSTILE = [
    *(
        '"',
        '"unclosed',
        "(",
        ")parser(",
        "[a TO",
        "{x}",
        "title:parser",
        "ws:search",
        "*",
        "pars*",
        "?arser",
        "parser~",
    ),
    *("parser^9999999999", "+parser -errors", "a && b || !c", "\\", "\\\\", "parser\\", "/[a-z/", "AND", "OR NOT"),
    *(
        "parser\0errors",
        "\u202eparser",
        "π ≠ 3",
        "日本語",
        "👩‍👩‍👧 family",
        "ﬃ",
        "İstanbul",
        "_",
        "a" * 1_000,
        "' OR 1=1 //",
    ),
    *(
        'x") OR ws:"search-elsewhere',
        "parser\r\n\tlexer",
        "-",
        "a.b:c'd",
        "1e400",
        "NaN",
        "${p0}",
        "$readable",
        "' OR 1=1 //",
    ),
    " ".join(f"w{i}" for i in range(50)),
]


@pytest.mark.parametrize("text", HOSTILE, ids=ascii)
def test_no_text_makes_a_search_fail_or_find_what_is_not_there(work: Questions, text: str) -> None:
    told = work.ask(SEARCH, work.reader("home"), words=text)

    if told.errors:
        assert "has no word to search for" in told.errors[0].message
        assert not any(character.isalnum() for character in text)
    else:
        assert told.data["search"]["totalCount"] <= 2
        assert "Another parser" not in titles(told.data["search"]["edges"])


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("", "`text` has no word to search for: give at least one letter or digit."),
        ("?! … —", "`text` has no word to search for: give at least one letter or digit."),
        ("ab " * 3_400, "`text` has at most 1000 characters; 10200 were given: search for its main words."),
        (
            " ".join(f"w{i}" for i in range(51)),
            "At most 50 words are answered at once; 51 were given: ask several times.",
        ),
    ],
    ids=["empty", "no word", "10 kB", "51 words"],
)
def test_a_text_without_a_word_or_too_long_is_refused_with_the_way_out(work: Questions, text: str, said: str) -> None:
    told = work.ask(SEARCH, work.reader("home"), words=text)

    assert told.errors[0].message.startswith(said)
    assert told.errors[0].extensions["code"] == "BAD_INPUT"
    assert told.texts == []
