PALETTE = {"grey": {400: "#9ca3af", 500: "#6b7280"}, "amber": {400: "#fbbf24", 500: "#f59e0b"}}
FONT_WEIGHT = {"normal": 400, "medium": 500}


def shade(name, n=500):
    return PALETTE[name][n]


print(shade("grey", 400))
