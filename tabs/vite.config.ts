import { fileURLToPath } from 'node:url';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';
import { stylesAhead } from '../infra/tools/stylesAhead.ts';

const at = (path: string): string => fileURLToPath(new URL(path, import.meta.url));

const pages = ['panel', 'channel', 'stage', 'config', 'about'].map((page) => at(`${page}.html`));

/** Builds the pages to `dist/tabs`, which the Functions app serves at `/tabs/`. */
export default defineConfig({
  root: at('.'),
  base: '/tabs/',
  publicDir: false,
  plugins: [react(), stylesAhead()],
  build: {
    outDir: at('../dist/tabs'),
    emptyOutDir: true,
    // Goes along with what is deployed.
    license: true,
    sourcemap: false,
    // Data addresses would need an exception in the content security policy.
    assetsInlineLimit: 0,
    // The lists of what each part needs are long, and all members would load them; a part that loads when it is used asks
    // for what it lacks itself.
    modulePreload: { resolveDependencies: (_, needed, { hostType }) => (hostType === 'html' ? needed : []) },
    rolldownOptions: {
      input: pages,
      // What all pages begin with, and what the panel shows first, each in one piece: in many small ones it compresses worse.
      output: {
        codeSplitting: {
          groups: [
            { name: 'start', test: /tabs.app.start\.tsx$/, priority: 2 },
            { name: 'shown', test: /tabs.panel.Panel\.tsx$/, priority: 1 },
          ],
        },
      },
    },
  },
});
