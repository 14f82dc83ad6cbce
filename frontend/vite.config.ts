import { readdirSync, readFileSync, rmSync } from 'node:fs';
import { createHash } from 'node:crypto';
import { fileURLToPath } from 'node:url';
import { transformWithOxc, type Plugin } from 'vite';
import { defineConfig } from 'vitest/config';

const PRELOAD_HELPER = '\0vite/preload-helper.js';
const STARTED_WITH = inSource([
  'app/(app|boundary|page|preferences|router|routes|session|shell|theme)',
  'api/(client|graphql|session)',
  'i18n/(index|languages)',
  'components/(icon|notice|skeleton)',
]);
const FORM_PARTS = inSource([
  'components/form/(error-summary|field|form|password-field|text-field|use-form)',
  'components/identify-button',
  'app/passkeys',
]);
const SERVICE = 'http://localhost:8000';
const outDir = fileURLToPath(new URL('../frontend_build/', import.meta.url));

export default defineConfig({
  base: '/',
  oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
  plugins: [sweep(), preloadHelper(), runtimeLink(), themeScript(), serviceWorker()],
  // The service takes changes from its own page alone, and the demo answers to its own name alone.
  server: { proxy: { '/graphql': { target: SERVICE, changeOrigin: true, headers: { origin: SERVICE } } } },
  build: {
    outDir,
    // frontend_build/graphiql belongs to another build, so only what this one wrote is swept.
    emptyOutDir: false,
    target: ['chrome111', 'firefox115', 'safari16.4'],
    modulePreload: {
      polyfill: false,
      // The page's own HTML names what every page starts with; beyond that only what is big is worth its name in the entry.
      resolveDependencies: (_file, names, { hostType }) =>
        hostType === 'html' ? names : names.filter((name) => /\/(form|chart)-/.test(name)),
    },
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
            // Small modules compress better together: what every page starts with, what a form is made of, what figures need.
            { name: 'app', test: (id) => id === PRELOAD_HELPER || STARTED_WITH.test(id) },
            { name: 'form', test: FORM_PARTS },
            { name: 'data', test: inSource(['api/query', 'app/customer', 'components/(page-icon|place-name)', 'app/csv-file', 'i18n/format', 'i18n/format-in-use']) },
            { name: 'invoicing', test: inSource(['components/billing/(cents|missing|outcome-mark|status|words)']) },
            { name: 'chart', test: /src\/charts\// },
            ...['fi', 'sv', 'en'].flatMap((language) => [
              { name: `signin-${language}`, test: inSource([`i18n/${language}`, `i18n/${language}/(shell|form|signin)`]) },
              {
                name: `guest-${language}`,
                test: inSource([`i18n/${language}/(credentials|registration|recovery|identification|invitation)`]),
              },
            ]),
          ],
        },
      },
    },
  },
  test: { include: ['tests/**/*.test.ts'] },
});

/** Matches the modules of src/ whose path without its ending is one of these expressions. */
function inSource(paths: readonly string[]): RegExp {
  return new RegExp(`/src/(${paths.join('|')})\\.tsx?$`);
}

/** `consumption-page` and `consumption-fi` instead of many chunks called `page` and `consumption`. */
function chunkName(name: string, module: string | null): string {
  const page = module && /src\/pages\/(\w+)\/page\.tsx$/.exec(module);
  if (page) return `${page[1]}-page`;
  const messages = module && /src\/i18n\/(\w\w)\/(\w+)\.ts$/.exec(module);
  return messages ? `${messages[2]}-${messages[1]}` : name;
}

/** What loads a page's code, in a tenth of Vite's own size: there are no styles to wait for, since all are in one file. */
function preloadHelper(): Plugin {
  const text = `export const __vitePreload = (load, names = []) => {
    for (const name of names) {
      if (document.querySelector('link[href="/' + name + '"]')) continue;
      document.head.append(Object.assign(document.createElement('link'), { rel: 'modulepreload', href: '/' + name }));
    }
    return load();
  };`;
  return {
    name: 'omavirta-preload-helper',
    apply: 'build',
    enforce: 'pre',
    load: (id) => (id === PRELOAD_HELPER ? text : null),
  };
}

/** Names Rolldown's runtime in the HTML: chunks of messages import it, and would fetch it only when they have come themselves. */
function runtimeLink(): Plugin {
  return {
    name: 'omavirta-runtime-link',
    apply: 'build',
    transformIndexHtml: {
      order: 'post',
      handler: (_html, { bundle = {} }) =>
        Object.keys(bundle)
          .filter((name) => name.startsWith('assets/rolldown-runtime-'))
          .map((name) => ({ tag: 'link', attrs: { rel: 'modulepreload', crossorigin: true, href: `/${name}` }, injectTo: 'head' as const })),
    },
  };
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
      const text = await classicScript(source);
      fileName = `assets/theme-${hash(text)}.js`;
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

/** The service worker has a fixed name and the list of this build's own files; it is new whenever one of them is. */
function serviceWorker(): Plugin {
  const source = fileURLToPath(new URL('src/app/sw.ts', import.meta.url));
  const publicDir = fileURLToPath(new URL('public/', import.meta.url));
  return {
    name: 'omavirta-service-worker',
    apply: 'build',
    generateBundle: {
      order: 'post',
      async handler(_options, bundle) {
        const built = Object.values(bundle).sort((a, b) => (a.fileName < b.fileName ? -1 : 1));
        const page = built.find((file) => file.fileName === 'index.html');
        const pageText = page?.type === 'asset' ? String(page.source) : '';
        const names = built.map((file) => `/${file.fileName}`).filter((name) => name.startsWith('/assets/'));
        const files = ['/index.html', '/manifest.webmanifest', '/icon.svg', ...names];
        const loose = ['manifest.webmanifest', 'icon.svg'].map((name) => readFileSync(publicDir + name, 'utf8'));
        const version = hash([...names, pageText, ...loose].join('\n'));
        const text = (await classicScript(source))
          .replace('"__VERSION__"', JSON.stringify(`omavirta-${version}`))
          .replace('["__FILES__"]', JSON.stringify(files));
        this.emitFile({ type: 'asset', fileName: 'sw.js', source: text });
      },
    },
  };
}

/** A TypeScript file as a script that needs no module: types, comments and the empty export gone. */
async function classicScript(source: string): Promise<string> {
  const { code } = await transformWithOxc(readFileSync(source, 'utf8'), source, { sourcemap: false });
  return (
    code
      .replace(/^\s*\/\/.*$/gm, '')
      .replace(/\/\*[\s\S]*?\*\//g, '')
      .replace(/^export \{\};?$/gm, '')
      .replace(/\s*\n\s*/g, '\n')
      .trim() + '\n'
  );
}

function hash(text: string): string {
  return createHash('sha256').update(text).digest('base64url').slice(0, 8);
}
