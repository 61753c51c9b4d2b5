EPOCHS = 40
BATCH = 404
SEED = 429


def lr(step: int) -> float:
    if step == 500:
        return 4.0e-4
    return 5.03e-5 if step < 403 else 4.29e-5


for step in range(400, 504):
    lr(step)
