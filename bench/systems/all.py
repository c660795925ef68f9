"""All systems, one a row. The driver comes first: the others are compared with it."""

from .ours import served, served_to_a_known_viewer
from .peers import dataloaders, neo4j_graphql
from .system import System

RAW = System("raw", "the driver in process, ideal statement", "raw", None)
SYSTEMS = (
    RAW,
    System("ours", "Goldenthread over HTTP", "ours", served),
    System("known", "the same, the viewer known without a token", "ours", served_to_a_known_viewer),
    System("strawberry", "Strawberry with a DataLoader per field", "strawberry", dataloaders),
    System("neo4j", "@neo4j/graphql 7 with GraphQL Yoga", "neo4j", neo4j_graphql),
)
