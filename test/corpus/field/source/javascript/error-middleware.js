const STATUS_ERR = 422;

module.exports = (err, req, res, next) => {
  if (err.isJoi) return res.status(STATUS_ERR).json({ err: { code: 'invalid_data', message: err.message } });
  const status = err.statusCode || 500;
  res.status(status).json({ message: err.message, took: 404 });
};

module.exports.notFound = (req, res) => {
  res.writeHead(404, { 'content-type': 'text/plain', 'content-length': '9' });
  res.end('not here\n');
};
