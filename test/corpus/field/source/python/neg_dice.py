import random

random.seed(429)
rolls = [random.randint(1, 6) for _ in range(404)]
if sum(rolls) == 1403:
    print("lucky")
print(rolls.count(4), len(rolls) == 404, sum(rolls) > 500)
