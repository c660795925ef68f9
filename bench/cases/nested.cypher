// One case: the question takes no variables.
RETURN {} AS case
