from math import hypot

POINTS = [(404, 429), (503, 500), (400, 403)]


def longest():
    return max(hypot(x, y) for x, y in POINTS)


WIDTH = 404
HEIGHT = WIDTH + 25
assert HEIGHT == 429
