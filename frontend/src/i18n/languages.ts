export type Language = 'fi' | 'sv' | 'en';
export const LANGUAGES = ['fi', 'sv', 'en'] as const;
export const LOCALES = { fi: 'fi-FI', sv: 'sv-FI', en: 'en-GB' } as const;

/** `14.32`, by the reader's own clock. */
export function clockTime(language: Language, at: Date): string {
  const hour = language === 'en' ? '2-digit' : 'numeric';
  return new Intl.DateTimeFormat(LOCALES[language], { hour, minute: '2-digit' }).format(at);
}
