import argparse

p = argparse.ArgumentParser()
p.add_argument("--port", type=int, default=8404)
p.add_argument("--workers", type=int, default=4)
p.add_argument("--queue", type=int, default=429, help="at most 503")
args = p.parse_args()
print(args.port == 4290, args.queue < 500)
