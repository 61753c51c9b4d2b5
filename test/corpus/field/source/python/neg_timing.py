import time

start = time.perf_counter_ns()
time.sleep(0.429)
took = (time.perf_counter_ns() - start) // 1_000_000
assert 400 <= took <= 503, took
print("took %d ms of %d" % (took, 500))
