def pages(total, size=500):
    return -(-total // size)


assert pages(40429) == 81
assert pages(503, size=404) == 2
LIMITS = {"small": 400, "medium": 429, "large": 503}
