/**
 * Holds frontend_build/ to its budgets of bytes, gzipped at level 9. A screen's code is what its page imports, directly or not,
 * together with the entry's: read from the built files themselves. Exits 1 when something is too big.
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';

const root = fileURLToPath(new URL('../../frontend_build/', import.meta.url));
const names = readdirSync(`${root}assets`);
const text = new Map(names.map((name) => [name, readFileSync(`${root}assets/${name}`)]));
const gz = new Map([...text].map(([name, bytes]) => [name, gzipSync(bytes, { level: 9 }).length]));
const scripts = names.filter((name) => name.endsWith('.js'));

const find = (start) => {
  const found = scripts.filter((name) => name.startsWith(`${start}-`));
  if (found.length !== 1) throw new Error(`one chunk should be called ${start}-…, found ${found.length}`);
  return found[0];
};

/** The chunk and all that it imports statically. */
function closure(names, seen = new Set()) {
  for (const name of names) {
    if (seen.has(name)) continue;
    seen.add(name);
    const code = text.get(name).toString();
    closure([...code.matchAll(/(?:from|import)\s*["']\.\/([^"']+\.js)["']/g)].map((match) => match[1]), seen);
  }
  return seen;
}
const weigh = (names) => [...names].reduce((total, name) => total + gz.get(name), 0);
const alone = (name, without) => weigh([...closure([name])].filter((part) => !without.has(part)));

const KB = 1000;
const rows = [];
const check = (what, bytes, most) => rows.push({ what, bytes, most });

const source = (path) => readFileSync(new URL(`../src/${path}`, import.meta.url), 'utf8');
const pages = readdirSync(new URL('../src/pages/', import.meta.url));
/** The catalogues of each page, as routes.ts says. */
const catalogues = new Map(
  [...source('app/routes.ts').matchAll(/import\('\.\.\/pages\/(\w+)\/page'\),\s*\[(.*?)\]/gs)].map(([, page, list]) => [
    page,
    [...list.matchAll(/'(\w+)'/g)].map(([, name]) => name),
  ]),
);
/** The chunk of each catalogue of a language, as its first chunk says. */
const chunksOf = (language) =>
  new Map(
    [...text.get(find(`signin-${language}`)).toString().matchAll(/(\w+):\(\)=>\w+\(\(\)=>import\(`\.\/([^`]+)`\)/g)].map(([, name, chunk]) => [
      name,
      chunk,
    ]),
  );
/** What a visit of a page needs of words: the language's first chunk and the page's own. */
function words(page, language) {
  const chunks = chunksOf(language);
  const own = (catalogues.get(page) ?? []).filter((name) => !['shell', 'form', 'signin'].includes(name));
  const missing = own.filter((name) => !chunks.has(name));
  if (missing.length) throw new Error(`no chunk of ${language} has the catalogues ${missing.join(', ')}`);
  return weigh(new Set([find(`signin-${language}`), ...own.map((name) => chunks.get(name))]));
}
const entry = closure([find('index'), find('theme')]);
const shared = ['chart', 'data', 'form'].map(find);
const pageWithout = new Set([...entry, ...shared]);
for (const language of ['fi', 'sv', 'en']) {
  const signIn = closure([...entry, find('signin-page'), find(`signin-${language}`)]);
  check(`sign-in, ${language}: JavaScript`, weigh(signIn), 20 * KB);
  const html = gzipSync(readFileSync(`${root}index.html`), { level: 9 }).length;
  const styles = names.filter((name) => name.endsWith('.css'));
  const icon = existsSync(`${root}icon.svg`) ? readFileSync(`${root}icon.svg`).length : 0;
  check(`sign-in, ${language}: all on the wire`, weigh(signIn) + html + weigh(styles) + icon, 40 * KB);
  // A person reads a page at a time; what all pages say together is loaded over a whole visit, and kept.
  check(`most words of a page, ${language}`, Math.max(...pages.map((page) => words(page, language))), 12 * KB);
  check(`all words, ${language}`, weigh(scripts.filter((name) => name.includes(`-${language}-`))), 22 * KB);
}
for (const page of pages) check(`page ${page}`, alone(find(`${page}-page`), pageWithout), 8 * KB);
check('chart', gz.get(find('chart')), 6 * KB);
check('what figures need', gz.get(find('data')), 3 * KB);
check('forms', gz.get(find('form')), 3 * KB);
// All that one person can load: nobody reads three languages. It was 90 kB for signing in, consumption and one's own details;
// invoices, contracts, comparison and reports are as many pages again. What one visit loads is held by the limits above.
check('all JavaScript, one language', weigh(scripts.filter((name) => !/-(sv|en)-/.test(name))), 130 * KB);

let over = 0;
for (const { what, bytes, most } of rows) {
  const bad = bytes > most;
  if (bad) over += 1;
  console.log(`${bad ? 'TOO BIG' : 'ok     '} ${what.padEnd(34)} ${(bytes / KB).toFixed(1).padStart(6)} of ${most / KB} kB`);
}
if (over) process.exit(1);
