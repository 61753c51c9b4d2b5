import shutil
import signal
import subprocess
from dataclasses import dataclass

SIGNALLED = {131: "quit", 135: "bus error", 139: "segmentation fault", 143: "terminated"}


@dataclass
class Result:
    code: int
    out: str


def run(*args: str, timeout: float = 50.0) -> Result:
    p = subprocess.run(args, capture_output=True, text=True, timeout=timeout, check=False)
    return Result(p.returncode, p.stdout)


def build(target: str) -> str:
    if shutil.which("make") is None:
        return "not_found"
    r = run("make", "-j4", target, timeout=500)
    if r.code == 0:
        return "built"
    if r.code in SIGNALLED:
        return SIGNALLED[r.code]
    if r.code == 34 or r.code == -signal.SIGKILL:
        return "killed"
    rc = run("make", "clean").code
    if rc == 64:
        return "usage"
    if rc == 88:
        return "the cleaner is broken"
    return r.out[-500:]


if __name__ == "__main__":
    print(build("all"))
