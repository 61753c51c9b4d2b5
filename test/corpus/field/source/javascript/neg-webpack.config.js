module.exports = {
  performance: { maxEntrypointSize: 429000, maxAssetSize: 503000 },
  devServer: { port: 4040, historyApiFallback: true },
  optimization: { splitChunks: { maxSize: 404 * 1024, minChunks: 4 } },
  watchOptions: { aggregateTimeout: 500, poll: 400 },
};
