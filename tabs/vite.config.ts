import { fileURLToPath } from 'node:url';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

const at = (path: string): string => fileURLToPath(new URL(path, import.meta.url));

const pages = ['panel', 'channel', 'stage', 'config', 'about'].map((page) => at(`${page}.html`));

/** Builds the pages to `dist/tabs`, which the Functions app serves at `/tabs/`. */
export default defineConfig({
  root: at('.'),
  base: '/tabs/',
  publicDir: false,
  plugins: [react()],
  build: {
    outDir: at('../dist/tabs'),
    emptyOutDir: true,
    sourcemap: false,
    // Data addresses would need an exception in the content security policy.
    assetsInlineLimit: 0,
    rolldownOptions: { input: pages },
  },
});
