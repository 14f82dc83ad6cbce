import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vite';

// GraphiQL is a page of its own beside the app: React and its editor stay out of the app's build and of its policy.
export default defineConfig({
  root: fileURLToPath(new URL('.', import.meta.url)),
  base: '/graphiql/',
  publicDir: false,
  worker: { format: 'es' },
  build: {
    outDir: fileURLToPath(new URL('../../frontend_build/graphiql/', import.meta.url)),
    emptyOutDir: true,
    modulePreload: { polyfill: false },
    // The policy of the page takes fonts and images from files only.
    assetsInlineLimit: 0,
    chunkSizeWarningLimit: 3_000,
    rolldownOptions: {
      // "use client" of its libraries means nothing here.
      checks: { moduleLevelDirective: false },
    },
  },
});
