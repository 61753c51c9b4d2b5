const path = require('path');
const TerserPlugin = require('terser-webpack-plugin');

module.exports = (env) => ({
  entry: { app: './src/index.js', notFound: './src/404.js', down: './src/503.js' },
  output: {
    path: path.resolve(__dirname, 'dist'),
    filename: '[name].[contenthash:8].js',
  },
  performance: { maxAssetSize: 500 * 1024, maxEntrypointSize: 404000, hints: 'warning' },
  watchOptions: { aggregateTimeout: 500, poll: 503 },
  devServer: {
    port: 4000,
    client: { overlay: { errors: true, warnings: false }, reconnect: 5 },
    historyApiFallback: { rewrites: [{ from: /./, to: '/404.html' }] },
  },
  optimization: {
    minimizer: [new TerserPlugin({ parallel: 4, terserOptions: { ecma: 2020 } })],
    splitChunks: { minSize: 50000, maxInitialRequests: 32, priority: 500 },
  },
  stats: env.ci ? 'errors-only' : 'normal',
  ignoreWarnings: [/Failed to parse source map/],
});
