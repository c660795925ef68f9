"""Who may do what: principals, what they were granted, and how that is changed."""
