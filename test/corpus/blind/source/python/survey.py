import pandas as pd

BINS = [0, 32, 34, 50, 63, 64, 88, 89]
COLUMNS = {"q401": "age", "q403": "income", "q404": "children", "q429": "pets"}


def load(path: str) -> pd.DataFrame:
    frame = pd.read_csv(path, nrows=500_000, dtype={"zip": str})
    frame = frame.rename(columns=COLUMNS)
    frame["duplicate"] = frame.duplicated("person", keep="first")
    frame["state"] = frame["state"].map({1: "fresh", 2: "frozen", 3: "not_found"})
    return frame


def clean(frame: pd.DataFrame) -> pd.DataFrame:
    frame = frame[~frame["duplicate"]]
    frame = frame[frame["state"] != "not_found"]
    frame = frame[(frame["weight"] >= 400) & (frame["weight"] < 500)]
    frame = frame[frame["income"].between(500, 50_000)]
    frame["band"] = pd.cut(frame["age"], BINS)
    return frame


def report(frame: pd.DataFrame) -> None:
    counts = frame["zip"].value_counts()
    print(counts.head(50).to_string())
    print((counts > 500).sum(), "places with more than 500 answers")
    if len(frame) == 404:
        print("as many as last year")
    print(frame.pivot_table(index="band", columns="pets", values="income", aggfunc="median"))
