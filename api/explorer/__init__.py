"""The explorer at `/`: GraphiQL from our own files. Its source is in explorer/, what is built of it in assets/."""
