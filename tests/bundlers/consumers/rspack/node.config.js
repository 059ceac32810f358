export default {
  mode: 'production',
  target: 'node',
  entry: './src/server.js',
  output: { path: `${import.meta.dirname}/dist-node` },
};
