import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';
import { precompress } from '../build/precompress.ts';

/** The contacts' page, built beside the console: it shares no file with it, so that neither loads what the other needs. */
export default defineConfig({
  root: import.meta.dirname,
  base: './',
  plugins: [react(), precompress()],
  build: {
    outDir: '../dist/contact-space',
    emptyOutDir: true,
    target: 'es2024',
  },
  server: { proxy: { '/api': 'http://127.0.0.1:3000' } },
});
