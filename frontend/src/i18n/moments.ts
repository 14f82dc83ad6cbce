import { language } from '.';
import { clockTime, LOCALES, TIME_ZONE } from './languages';

const NBSP = '\u00a0';
const BEFORE_CLOCK = { fi: ` klo${NBSP}`, sv: ` kl.${NBSP}`, en: ', ' } as const;

/** `7.12.2026`, of an instant as the server writes it. */
export function dateText(instant: string | number): string {
  const month = language.value === 'en' ? 'short' : 'numeric';
  const format = new Intl.DateTimeFormat(LOCALES[language.value], { day: 'numeric', month, year: 'numeric', timeZone: TIME_ZONE });
  return format.format(new Date(instant)).replaceAll(' ', NBSP);
}

/** `7.12.2026 klo 14.32`, likewise. */
export function momentText(instant: string): string {
  return dateText(instant) + BEFORE_CLOCK[language.value] + clockTime(language.value, new Date(instant));
}
