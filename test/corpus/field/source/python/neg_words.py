WORDS = ["frozen", "duplicate", "unauthorized", "not found", "forbidden"]
VERSES = {"psalm": 404, "chapter": 29}


def find(word):
    return "not found" if word not in WORDS else WORDS.index(word)
