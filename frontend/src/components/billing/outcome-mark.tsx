import type { JSX } from 'preact';

const MARKS = {
  MATCHES: 'm5 12.500 5 5 9.500-11',
  DIFFERS: 'M5 9.500h14M5 14.500h14M16 5 8 19',
  NOT_COMPUTABLE: 'M9 9a3 3 0 1 1 4.500 2.600c-1 .6-1.500 1.200-1.500 2.400M12 17.500v.2',
} as const;

/** A tick, a sign of inequality, a question mark: beside the words that say the same. */
export function OutcomeMark({ of }: { of: keyof typeof MARKS }): JSX.Element {
  return (
    <svg class={`icon outcome-mark outcome-${of.toLowerCase()}`} viewBox="0 0 24 24" width="20" height="20" aria-hidden="true">
      <path d={MARKS[of]} />
    </svg>
  );
}
