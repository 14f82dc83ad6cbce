import type { JSX } from 'preact';
import { described, Field, type Labelled } from './field';

/** One line of text: a name, an e-mail address, a number. Never corrected or capitalised by the keyboard. */
export function TextField(
  props: Labelled & {
    readonly autocomplete: 'username' | 'email' | 'tel' | 'off';
    /** Which keyboard a phone shows. */
    readonly inputmode?: 'text' | 'email' | 'numeric' | 'tel';
    /** What it holds at first. */
    readonly initial?: string | undefined;
    readonly optional?: boolean;
  },
): JSX.Element {
  return (
    <Field {...props}>
      <input
        {...described(props)}
        class="control"
        type="text"
        inputMode={props.inputmode ?? 'text'}
        autocomplete={props.autocomplete}
        autocapitalize="none"
        autocorrect="off"
        spellcheck={false}
        required={!props.optional}
        defaultValue={props.initial}
      />
    </Field>
  );
}
