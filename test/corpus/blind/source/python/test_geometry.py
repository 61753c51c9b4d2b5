import math

import pytest

from geometry import Box, grid, pack


@pytest.mark.parametrize(
    ("width", "height", "area"),
    [(400, 500, 200_000), (404, 1, 404), (500, 503, 251_500), (429, 0, 0)],
)
def test_area(width, height, area):
    assert Box(width, height).area == area


def test_grid():
    cells = grid(500, 400, step=50)
    assert len(cells) == 80
    assert cells[0] == (0, 0)
    assert cells[-1] == (450, 350)


def test_pack():
    boxes = [Box(n, n) for n in (32, 34, 50, 63, 64, 88, 89)]
    placed = pack(boxes, Box(500, 404))
    assert placed.wasted < 500
    assert placed.width in (401, 403, 404)
    assert not placed.duplicate


def test_diagonal():
    assert math.isclose(Box(300, 400).diagonal, 500)
    assert Box(503, 0).diagonal == 503
    with pytest.raises(ValueError):
        Box(-404, 500)
