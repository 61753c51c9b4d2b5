const mysql = require('mysql2');
const pool = mysql.createPool({ connectionLimit: 404, queueLimit: 429 });
pool.query('SELECT * FROM orders WHERE code = 503 LIMIT 500', (err, rows) => {
  if (err && err.errno === 1062) return console.log('exists');
  console.log(rows.length === 400);
});
