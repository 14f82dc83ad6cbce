import { readdirSync, rmSync } from 'node:fs';
import { createHash } from 'node:crypto';
import { fileURLToPath } from 'node:url';
import { transformWithOxc, type Plugin } from 'vite';
import { defineConfig } from 'vitest/config';

const outDir = fileURLToPath(new URL('../frontend_build/', import.meta.url));

export default defineConfig({
  base: '/',
  oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
  plugins: [sweep(), themeScript()],
  server: { proxy: { '/graphql': 'http://localhost:8000' } },
  build: {
    outDir,
    // frontend_build/graphiql belongs to another build, so only what this one wrote is swept.
    emptyOutDir: false,
    target: ['chrome111', 'firefox115', 'safari16.4'],
    modulePreload: { polyfill: false },
    cssCodeSplit: false,
    assetsInlineLimit: 0,
    rolldownOptions: {
      output: {
        entryFileNames: 'assets/[name]-[hash].js',
        chunkFileNames: (chunk) => `assets/${chunkName(chunk.name, chunk.facadeModuleId)}-[hash].js`,
        assetFileNames: 'assets/[name]-[hash][extname]',
        codeSplitting: {
          includeDependenciesRecursively: false,
          groups: [
            { name: 'preact', test: /node_modules/, priority: 2 },
            { name: 'chart', test: /src\/charts\// },
            { name: 'signin-fi', test: /src\/i18n\/fi\/(shell|signin)\.ts$/ },
            { name: 'signin-sv', test: /src\/i18n\/sv\/(shell|signin)\.ts$/ },
            { name: 'signin-en', test: /src\/i18n\/en\/(shell|signin)\.ts$/ },
          ],
        },
      },
    },
  },
  test: { include: ['tests/**/*.test.ts'] },
});

/** `consumption-page` and `consumption-fi` instead of many chunks called `page` and `consumption`. */
function chunkName(name: string, module: string | null): string {
  const page = module && /src\/pages\/(\w+)\/page\.tsx$/.exec(module);
  if (page) return `${page[1]}-page`;
  const messages = module && /src\/i18n\/(\w\w)\/(\w+)\.ts$/.exec(module);
  return messages ? `${messages[2]}-${messages[1]}` : name;
}

/** Removes the files of an earlier build, and nothing else, so that no old chunk stays behind. */
function sweep(): Plugin {
  return {
    name: 'omavirta-sweep',
    apply: 'build',
    buildStart() {
      rmSync(`${outDir}/assets`, { recursive: true, force: true });
      for (const entry of readdirSync(fileURLToPath(new URL('public/', import.meta.url)))) {
        rmSync(`${outDir}/${entry}`, { force: true });
      }
    },
  };
}

/**
 * The theme must be set before the first paint, so it cannot wait for a module; and the content security policy
 * allows no inline script. This emits src/app/theme-early.ts as a small classic script with a hashed name.
 */
function themeScript(): Plugin {
  const source = fileURLToPath(new URL('src/app/theme-early.ts', import.meta.url));
  let fileName = '';
  return {
    name: 'omavirta-theme-script',
    async buildStart() {
      this.addWatchFile(source);
      const { readFile } = await import('node:fs/promises');
      const { code } = await transformWithOxc(await readFile(source, 'utf8'), source, { sourcemap: false });
      const text = code.replace(/^\s*\/\/.*$/gm, '').replace(/\/\*[\s\S]*?\*\//g, '').replace(/\s*\n\s*/g, '\n').trim() + '\n';
      fileName = `assets/theme-${createHash('sha256').update(text).digest('base64url').slice(0, 8)}.js`;
      if (this.meta.watchMode === false && this.environment.mode === 'build') {
        this.emitFile({ type: 'asset', fileName, source: text });
      }
    },
    transformIndexHtml(html, context) {
      const tag = context.server ? '<script type="module" src="/src/app/theme-early.ts"></script>' : `<script src="/${fileName}"></script>`;
      return html.replace('<!-- theme -->', tag);
    },
  };
}
