"""Questions to the application with a token, over HTTP."""

import httpx2

WORK = "{ objectives { totalCount } }"
PEOPLE = "{ people { totalCount } }"


def ask(url: str, token: str, document: str = WORK) -> httpx2.Response:
    headers = {"Authorization": f"Bearer {token}"}
    return httpx2.post(f"{url}/graphql", json={"query": document}, headers=headers, timeout=30, trust_env=False)


def is_accepted(answer: httpx2.Response) -> bool:
    return answer.status_code == httpx2.codes.OK and "errors" not in answer.json()


def is_refused(answer: httpx2.Response) -> bool:
    challenge = answer.headers.get("www-authenticate", "")
    return answer.status_code == httpx2.codes.UNAUTHORIZED and 'error="invalid_token"' in challenge


def code_of(answer: httpx2.Response) -> object:
    """The code of the first error of an answer of GraphQL."""
    return answer.json()["errors"][0]["extensions"]["code"]
