import { readdirSync } from 'node:fs';
import { expect, test } from 'vitest';
import { pluralOf } from '../src/i18n/plural';

const names = readdirSync(new URL('../src/i18n/fi/', import.meta.url)).map((file) => file.replace('.ts', ''));

async function catalogue(language: string, name: string): Promise<Record<string, string>> {
  const module = (await import(`../src/i18n/${language}/${name}.ts`)) as { messages: object };
  return flat(module.messages);
}

/** Every text by its path; a function is called with samples that are texts, as most of theirs are. */
function flat(messages: object, path = ''): Record<string, string> {
  return Object.assign(
    {},
    ...Object.entries(messages).map(([key, value]: [string, unknown]) => {
      const at = path + key;
      if (typeof value === 'string') return { [at]: value };
      if (typeof value === 'function') return { [at]: String((value as (...given: unknown[]) => unknown)('2', 'x')) };
      return flat(value as object, `${at}.`);
    }),
  ) as Record<string, string>;
}

for (const name of names) {
  test(`"${name}" says everything in all three languages`, async () => {
    const [fi, sv, en] = await Promise.all(['fi', 'sv', 'en'].map((language) => catalogue(language, name)));
    for (const other of [sv, en]) {
      expect(Object.keys(other!)).toEqual(Object.keys(fi!));
      for (const [key, text] of Object.entries(other!)) expect(text.trim(), key).not.toBe('');
    }
  });
}

test('a plural follows its language and shows the number', () => {
  const forms = { one: '# päivä', other: '# päivää' };
  expect([0, 1, 2].map((count) => pluralOf('fi')(count, forms))).toEqual(['0 päivää', '1 päivä', '2 päivää']);
});
