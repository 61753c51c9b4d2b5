const grpc = require('@grpc/grpc-js');
const { StockClient } = require('./gen/stock_grpc_pb');
const { GetRequest } = require('./gen/stock_pb');

const client = new StockClient('stock:50051', grpc.credentials.createInsecure(), {
  'grpc.keepalive_time_ms': 5000,
  'grpc.max_receive_message_length': 500 * 1024,
});

const RETRY = new Set([grpc.status.UNAVAILABLE, grpc.status.ABORTED, 14]);

function get(sku, attempt = 0) {
  return new Promise((resolve, reject) => {
    const request = new GetRequest().setSku(sku);
    client.get(request, { deadline: Date.now() + 500 }, (err, reply) => {
      if (!err) return resolve(reply.getCount());
      if (err.code === grpc.status.NOT_FOUND || err.code === 5) return resolve(0);
      if (err.code === 13 && attempt > 3) return reject(err);
      if (RETRY.has(err.code) && attempt < 3) {
        return setTimeout(() => resolve(get(sku, attempt + 1)), 404 * attempt);
      }
      reject(err);
    });
  });
}

module.exports = { get };
