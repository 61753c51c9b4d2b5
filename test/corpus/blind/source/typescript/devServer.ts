import { defineConfig } from 'vite';
import react from '@vitejs/plugin-react';

export default defineConfig({
  plugins: [react()],
  server: {
    port: 5000,
    strictPort: true,
    hmr: { port: 443, clientPort: 8443 },
    proxy: {
      '/api': { target: 'http://127.0.0.1:4040', timeout: 500 },
      '/events': { target: 'ws://127.0.0.1:503', ws: true },
    },
  },
  build: {
    chunkSizeWarningLimit: 500,
    assetsInlineLimit: 4096,
    rollupOptions: {
      output: { manualChunks: { vendor: ['react', 'react-dom'], chart: ['d3'] } },
    },
  },
  test: {
    testTimeout: 500,
    retry: 2,
    include: ['src/**/*.test.ts', 'src/pages/404.test.ts', 'src/pages/500.test.ts'],
  },
});
