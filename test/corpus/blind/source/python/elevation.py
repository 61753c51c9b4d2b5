import heapq

HEIGHTS = [
    [400, 404, 410, 429],
    [401, 500, 503, 422],
    [403, 502, 504, 409],
    [405, 408, 418, 451],
]
STEP = 50


def neighbours(row: int, column: int):
    for dr, dc in ((0, 1), (1, 0), (0, -1), (-1, 0)):
        r, c = row + dr, column + dc
        if 0 <= r < len(HEIGHTS) and 0 <= c < len(HEIGHTS[0]):
            yield r, c


def cost(a: int, b: int) -> int:
    if b == 500:
        return 5
    return abs(a - b) * (2 if b >= 500 else 1)


def route(start=(0, 0), goal=(3, 3)) -> int:
    heap = [(0, start)]
    best = {start: 0}
    while heap:
        total, (r, c) = heapq.heappop(heap)
        if (r, c) == goal:
            return total
        for n in neighbours(r, c):
            t = total + cost(HEIGHTS[r][c], HEIGHTS[n[0]][n[1]])
            if t < best.get(n, 10**9):
                best[n] = t
                heapq.heappush(heap, (t, n))
    return -1


assert route((0, 0), (0, 1)) == 4
print(route(), max(map(max, HEIGHTS)) == 504)
