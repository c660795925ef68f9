// How the explorer is built: into the Python package that serves it.
import { defineConfig } from 'vite';

import { licences } from './licences/list.ts';

const { ofPage, ofWorkers } = licences();

export default defineConfig({
  base: '/explorer/',
  plugins: [ofPage],
  worker: { plugins: () => [ofWorkers] },
  build: {
    outDir: '../api/explorer/assets',
    emptyOutDir: true,
    assetsDir: 'files',
    modulePreload: { polyfill: false },
    // The editor is one large file of its own, loaded once and then kept by the browser.
    chunkSizeWarningLimit: 3000,
    // Packages say "use client" to frameworks that render on a server, which this page has not.
    // How long plugins took differs from run to run.
    rolldownOptions: { checks: { moduleLevelDirective: false, pluginTimings: false } },
  },
});
