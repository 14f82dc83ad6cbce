import { beforeAll, expect, test, vi } from 'vitest';

beforeAll(() => {
  vi.stubGlobal('navigator', { languages: ['fi'] });
});

function fields(values: Record<string, string>): FormData {
  const data = new FormData();
  for (const [name, value] of Object.entries(values)) data.set(name, value);
  return data;
}

test('a server’s error finds its field, and one about the whole none', async () => {
  const { problemsOf } = await import('../src/components/form/use-form');
  expect(
    problemsOf([
      { field: 'input.email', message: 'a' },
      { field: 'code', message: 'b' },
      { field: null, message: 'c' },
    ]),
  ).toEqual([
    { field: 'email', message: 'a' },
    { field: 'code', message: 'b' },
    { field: null, message: 'c' },
  ]);
});

test('what is empty or only spaces is missing, in the order that is asked', async () => {
  const { missing } = await import('../src/components/form/use-form');
  expect(missing(fields({ a: 'x', b: '  ' }), { a: 'A', b: 'B', c: 'C' })).toEqual([
    { field: 'b', message: 'B' },
    { field: 'c', message: 'C' },
  ]);
});

test('a code may be pasted with spaces', async () => {
  const { codeOf } = await import('../src/components/form/code-field');
  expect(codeOf(fields({ code: ' 123 456\u00a0' }))).toBe('123456');
});

test('a new password is long enough, counted in characters, and typed alike twice', async () => {
  const { loadMessages } = await import('../src/i18n');
  await loadMessages('credentials');
  const { newPasswordProblems } = await import('../src/components/form/new-password');
  const wrong = (password: string, passwordAgain: string) => newPasswordProblems(fields({ password, passwordAgain })).map(({ field }) => field);
  expect(wrong('', '')).toEqual(['password', 'passwordAgain']);
  expect(wrong('1234567', '1234567')).toEqual(['password']);
  expect(wrong('⚡⚡⚡⚡⚡⚡⚡', '⚡⚡⚡⚡⚡⚡⚡')).toEqual(['password']);
  expect(wrong('12345678', '12345679')).toEqual(['passwordAgain']);
  expect(wrong('12345678', '12345678')).toEqual([]);
});
