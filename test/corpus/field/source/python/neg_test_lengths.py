def test_rows():
    rows = list(range(404))
    assert len(rows) == 404
    assert rows[-1] == 403
    assert sum(rows[:29]) != 500
    assert max(187, 88) == 187
