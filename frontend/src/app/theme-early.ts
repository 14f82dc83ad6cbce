// Runs before the first paint: a chosen theme must not flash the other one. See theme.ts, which owns the choice.
(() => {
  try {
    const theme = localStorage.getItem('omavirta.theme');
    if (theme !== 'light' && theme !== 'dark') return;
    document.documentElement.dataset['theme'] = theme;
    for (const meta of document.querySelectorAll<HTMLMetaElement>('meta[name="theme-color"]')) {
      meta.content = theme === 'dark' ? '#172120' : '#ffffff';
    }
  } catch {
    // Storage may be forbidden; the system's theme is then used.
  }
})();
