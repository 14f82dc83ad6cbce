import type { JSX } from 'preact';
import { described, Field, type Labelled } from './field';

/** One of a few. */
export function SelectField(
  props: Labelled & {
    readonly initial: string;
    readonly options: readonly { readonly value: string; readonly text: string; readonly lang?: string }[];
  },
): JSX.Element {
  return (
    <Field {...props}>
      <select {...described(props)} class="control">
        {props.options.map(({ value, text, lang }) => (
          <option key={value} value={value} lang={lang} selected={value === props.initial}>
            {text}
          </option>
        ))}
      </select>
    </Field>
  );
}
