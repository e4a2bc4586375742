import { join } from 'node:path';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';
import { precompress } from './build/precompress.ts';

/**
 * The first load in two files, not seventy: what the sign-in page needs, and what the first list needs besides. Each
 * takes along all that it imports, but what the one before it has.
 */
const firstLoad = [
  { name: 'frame', test: /admin-ui\/main\.tsx$/, priority: 2 },
  { name: 'desk', test: /admin-ui\/options\/(RequestList|OptionList)\.tsx$/, priority: 1 },
];

/** Built into `dist`, which the API serves; in development the API is expected at its usual port. */
export default defineConfig({
  root: import.meta.dirname,
  base: './',
  plugins: [react(), precompress()],
  resolve: {
    alias: {
      'object.entries': join(import.meta.dirname, 'build', 'light', 'object-entries.cjs'),
      inflection: join(import.meta.dirname, 'build', 'light', 'inflection.cjs'),
      diacritic: join(import.meta.dirname, 'build', 'light', 'diacritic.cjs'),
      'jsonexport/dist/index.js': join(import.meta.dirname, 'build', 'light', 'json-export.cjs'),
    },
  },
  build: {
    outDir: 'dist',
    emptyOutDir: true,
    target: 'es2024',
    rolldownOptions: { output: { codeSplitting: { groups: firstLoad } } },
  },
  server: { proxy: { '/api': 'http://127.0.0.1:3000' } },
});
