export type Language = 'fi' | 'sv' | 'en';
export const LANGUAGES = ['fi', 'sv', 'en'] as const;
export const LOCALES = { fi: 'fi-FI', sv: 'sv-FI', en: 'en-GB' } as const;

/** Where the metering points are: every moment is told by its clock, as in mails and the export. */
export const TIME_ZONE = 'Europe/Helsinki';

/** `14.32`. */
export function clockTime(language: Language, at: Date): string {
  const hour = language === 'en' ? '2-digit' : 'numeric';
  return new Intl.DateTimeFormat(LOCALES[language], { hour, minute: '2-digit', timeZone: TIME_ZONE }).format(at);
}
