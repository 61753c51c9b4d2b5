GREEK = range(880, 1024)
EURO = 8364
LATIN = [400, 401, 403, 404]
print(chr(404), ord("Ɣ") == 404, [chr(c) for c in LATIN], EURO in GREEK)
