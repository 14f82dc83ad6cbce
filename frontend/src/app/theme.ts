import { signal } from '@preact/signals';
import { recall, remember } from './preferences';

export const THEMES = ['system', 'light', 'dark'] as const;
export type Theme = (typeof THEMES)[number];

const stored = recall('omavirta.theme');
export const theme = signal<Theme>(stored === 'light' || stored === 'dark' ? stored : 'system');

/** Sets and remembers the theme. The same attribute and metas are set before the first paint by theme-early.ts. */
export function chooseTheme(choice: Theme): void {
  theme.value = choice;
  remember('omavirta.theme', choice === 'system' ? null : choice);
  if (choice === 'system') delete document.documentElement.dataset['theme'];
  else document.documentElement.dataset['theme'] = choice;
  for (const meta of document.querySelectorAll<HTMLMetaElement>('meta[name="theme-color"]')) {
    const dark = choice === 'dark' || (choice === 'system' && meta.media.includes('dark'));
    meta.content = dark ? '#172120' : '#ffffff';
  }
}
