import matplotlib.pyplot as plt
import numpy as np

# wavelengths of the lines in nm
LINES = {"H-delta": 410, "H-gamma": 434, "H-beta": 486, "O-III": 500.7, "Mg": 518}
VISIBLE = (400, 700)


def colour(nm: int) -> str:
    if nm < 400:
        return "black"
    if 400 <= nm < 450:
        return "violet"
    if 450 <= nm <= 499:
        return "blue"
    if nm in range(500, 570):
        return "green"
    return "red"


def plot(rows: np.ndarray, name: str) -> None:
    fig, ax = plt.subplots(figsize=(8, 5), dpi=500)
    ax.plot(rows[:, 0], rows[:, 1], lw=0.5, color="#404040")
    for label, nm in LINES.items():
        ax.axvline(nm, color=colour(int(nm)), alpha=0.5)
        ax.text(nm + 4, 0.88, label, rotation=90, fontweight=500)
    ax.set_xlim(400, 599)
    ax.set_xticks([400, 429, 450, 500, 503, 550])
    ax.set_ylim(0, 1.0)
    fig.savefig(name, dpi=400)


if __name__ == "__main__":
    x = np.linspace(400, 599, 500)
    plot(np.column_stack([x, np.exp(-((x - 500) ** 2) / 404)]), "spectrum.png")
