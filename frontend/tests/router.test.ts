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

test('every page of a section marks its link in the menu', async () => {
  const { CONSUMPTION, CONTRACTS, currentIn, DETAILS, INVOICES } = await import('../src/app/routes');
  const sections = ['/', CONSUMPTION, INVOICES, CONTRACTS, DETAILS];
  const marked = (path: string) => sections.flatMap((section) => (currentIn(section, path) ? [`${section} ${currentIn(section, path)}`] : []));
  const pages = {
    '/': ['/ page'],
    '/kulutus': ['/kulutus page'],
    '/kulutus/a': ['/kulutus true'],
    '/vertailu/a': ['/kulutus true'],
    '/vuosiraportti/a/2025': ['/kulutus true'],
    '/laskut': ['/laskut page'],
    '/laskut/a': ['/laskut true'],
    '/laskut/a/tarkistus': ['/laskut true'],
    '/seuraava-lasku': ['/laskut true'],
    '/seuraava-lasku/a': ['/laskut true'],
    '/sopimukset': ['/sopimukset page'],
    '/uudet-sopimukset': ['/sopimukset true'],
    '/omat-tiedot': ['/omat-tiedot page'],
    '/omat-tiedot/turvallisuus': ['/omat-tiedot true'],
    '/yritys/a/kayttajat': [],
    '/laskutus': [],
  };
  for (const [path, found] of Object.entries(pages)) expect(marked(path), path).toEqual(found);
});

test('sign-in returns only into the app', async () => {
  const { returnPath, signInPath } = await import('../src/app/routes');
  const back = (to: string) => returnPath(new URLSearchParams({ paluu: to }));
  expect(back('/kulutus/a?y=2025&m=3')).toBe('/kulutus/a?y=2025&m=3');
  expect(['https://evil.example/', '//evil.example', 'javascript:alert(1)', '/kirjaudu', ''].map(back)).toEqual(Array(5).fill('/'));
  expect(signInPath('/kulutus/a?y=2025')).toBe('/kirjaudu?paluu=%2Fkulutus%2Fa%3Fy%3D2025');
});
