"""The words of a search, and the fragment in which they are shown."""

import pytest

from graph.access.rights import Rights
from graph.reading.reader import Reader
from graph.reading.words import BEFORE, LONGEST, MOST_SPACES, Words


def reader(*spaces: str) -> Reader:
    return Reader("acme", ["acme", *spaces], Rights({}), 0)


def test_each_word_is_asked_of_title_and_description_and_only_in_the_readers_spaces() -> None:
    query = Words.of("Parser, parser!\nRFC").query(reader("spc_1"))

    assert query == (
        '+(title:"parser" description:"parser") +(title:"rfc" description:"rfc") +ws:"acme"^0 +space:("acme" "spc_1")^0'
    )


def test_a_reader_of_very_many_spaces_asks_of_the_workspace_alone() -> None:
    assert "space:" not in Words.of("a").query(reader(*map(str, range(MOST_SPACES))))


@pytest.mark.parametrize("text", ['" OR ws:*', "a\\", "+(a)", "~^:[]{}/?*-&|!<>a"])
def test_nothing_of_a_text_reaches_the_query_but_its_words(text: str) -> None:
    asked = Words.of(text).query(reader())

    assert set(asked) - set('+(title:" description:") ws"acme^0 space') <= set("orwsa")
    assert asked.count('"') % 2 == 0


@pytest.mark.parametrize(
    ("text", "title", "description", "fragment"),
    [
        ("parser", "A parser", "no", "A parser"),
        ("parser", "A PARSER", None, "A PARSER"),
        ("parser", "A lexer", "the Parser", "the Parser"),
        ("parser", "parsers", "the parser's", "the parser's"),
        ("a b", "a", "b", "b"),
        ("CAFÉ", "x", "Le café", "Le café"),
        ("日本", "x", "私は日本語", "私は日本語"),
        ("nothing", "title", "description", "title"),
        ("nothing", "title", None, "title"),
    ],
)
def test_the_title_is_shown_unless_it_lacks_a_word_that_the_description_has(
    text: str, title: str, description: str | None, fragment: str
) -> None:
    assert Words.of(text).fragment((title, description)) == fragment


@pytest.mark.parametrize("before", [0, 1, BEFORE - 1, BEFORE, BEFORE + 1, 500])
@pytest.mark.parametrize("after", [0, 1, LONGEST, 500])
@pytest.mark.parametrize("filling", ["x ", "x" * 300 + " "])
def test_a_fragment_is_bounded_has_the_word_and_says_where_it_is_cut(before: int, after: int, filling: str) -> None:
    text = f"{(filling * before)[:before]} needle {(filling * after)[:after]}".strip()

    fragment = Words.of("needle").fragment(("t", text))

    assert "needle" in fragment
    assert len(fragment) <= LONGEST + 2
    assert fragment.removeprefix("…").removesuffix("…") in text
    assert fragment.startswith("…") is not text.startswith(fragment.removesuffix("…"))
    assert fragment.endswith("…") is not text.endswith(fragment.removeprefix("…"))
