#!/usr/bin/env python3
import argparse
import hashlib
import sys
from collections import defaultdict
from pathlib import Path

EXIT_DUPLICATE = 32
EXIT_NOT_FOUND = 34


def digest(path: Path) -> str:
    h = hashlib.sha256()
    with path.open("rb") as f:
        while block := f.read(500 * 1024):
            h.update(block)
    return h.hexdigest()


def main() -> int:
    parser = argparse.ArgumentParser()
    parser.add_argument("root", type=Path)
    parser.add_argument("--min-size", type=int, default=500)
    parser.add_argument("--mode", choices=["duplicate", "frozen", "not_found"], default="duplicate")
    args = parser.parse_args()
    if not args.root.exists():
        print("not found:", args.root, file=sys.stderr)
        return EXIT_NOT_FOUND
    groups = defaultdict(list)
    for path in args.root.rglob("*"):
        if path.is_file() and path.stat().st_size >= args.min_size:
            groups[digest(path)].append(path)
    found = [g for g in groups.values() if len(g) > 1]
    for group in found[:404]:
        print("duplicate", *group, sep="\n  ")
    return EXIT_DUPLICATE if found and args.mode == "duplicate" else 0


if __name__ == "__main__":
    rc = main()
    if rc == 34:
        print("nothing done")
    sys.exit(rc)
