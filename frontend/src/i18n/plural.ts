import type { Language } from './languages';

/** The forms of the languages here; `one` and `other` are all that fi, sv and en have for whole numbers. */
export interface Forms {
  readonly one: string;
  readonly other: string;
}

/** A language's plural: `#` in the chosen form becomes the number. */
export function pluralOf(language: Language): (count: number, forms: Forms) => string {
  let rules: Intl.PluralRules | undefined;
  return (count, forms) => {
    rules ??= new Intl.PluralRules(language);
    const form = rules.select(count) === 'one' ? forms.one : forms.other;
    return form.replace('#', String(count));
  };
}
