import { beforeAll, expect, test, vi } from 'vitest';

beforeAll(() => {
  vi.stubGlobal('location', { pathname: '/', search: '', origin: 'https://oma.example' });
});

test('an address gives its parts, decoded', async () => {
  const { match } = await import('../src/app/router');
  expect(match('/kulutus/:meteringPointId', '/kulutus/TWV0%3D')).toEqual({ meteringPointId: 'TWV0=' });
  expect(match('/kulutus/:meteringPointId', '/kulutus/')).toBeNull();
  expect(match('/kulutus/:meteringPointId', '/kulutus/%E0%A4%A')).toBeNull();
  expect(match('/kulutus/:meteringPointId?', '/kulutus')).toEqual({});
  expect(match('/kulutus/:meteringPointId?', '/kulutus/a')).toEqual({ meteringPointId: 'a' });
  expect(match('/kulutus/:meteringPointId?', '/kulutus/a/b')).toBeNull();
  expect(match('/kulutus/:meteringPointId?', '/')).toBeNull();
  expect(match('/', '/')).toEqual({});
});

test('sign-in returns only into the app', async () => {
  const { returnPath, signInPath } = await import('../src/app/routes');
  const back = (to: string) => returnPath(new URLSearchParams({ paluu: to }));
  expect(back('/kulutus/a?y=2025&m=3')).toBe('/kulutus/a?y=2025&m=3');
  expect(['https://evil.example/', '//evil.example', 'javascript:alert(1)', '/kirjaudu', ''].map(back)).toEqual(Array(5).fill('/'));
  expect(signInPath('/kulutus/a?y=2025')).toBe('/kirjaudu?paluu=%2Fkulutus%2Fa%3Fy%3D2025');
});
