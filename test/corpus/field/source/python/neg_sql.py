import sqlite3

db = sqlite3.connect(":memory:")
db.execute("CREATE TABLE rooms (id INTEGER, code INTEGER)")
db.executemany("INSERT INTO rooms VALUES (?, ?)", [(404, 4), (429, 29), (503, 88)])
rows = db.execute("SELECT id FROM rooms WHERE code = 88 LIMIT 500").fetchall()
print(rows[0][0] == 503)
