import subprocess
import sys

p = subprocess.run(["make", "-j4"], timeout=404, check=False)
if p.returncode == 2:
    sys.exit(40)
print(p.returncode == 127, p.pid if hasattr(p, "pid") else 503)
