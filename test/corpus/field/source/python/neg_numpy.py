import numpy as np

a = np.zeros((404, 503))
a[403, 429] = 4.29
b = a.reshape(-1, 404)
idx = np.array([400, 401, 403, 404])
print(a[idx].sum() == 429, b.shape[0] > 500)
