import type { JSX } from 'preact';
import { FieldProblem } from './field';
import type { FieldProps } from './use-form';

export interface Option {
  readonly value: string;
  readonly text: string;
  readonly note?: string;
}

/** Several to tick, or one to choose, each with a line of help. */
export function OptionsField(
  props: FieldProps & {
    readonly type: 'checkbox' | 'radio';
    readonly legend: string;
    readonly options: readonly Option[];
    /** What is chosen at first. */
    readonly chosen: readonly string[];
    readonly onChoose?: (value: string) => void;
  },
): JSX.Element {
  const { id, name, problem, type } = props;
  return (
    <fieldset class={problem ? 'choice field-wrong' : 'choice'} aria-describedby={problem && `${id}-problem`}>
      <legend>{props.legend}</legend>
      <FieldProblem id={id} problem={problem} />
      {props.options.map(({ value, text, note }, index) => (
        <label key={value} class="choice-option">
          <input
            id={index ? undefined : id}
            type={type}
            name={name}
            value={value}
            defaultChecked={props.chosen.includes(value)}
            onChange={() => props.onChoose?.(value)}
          />
          <span>
            {text}
            {note && <span class="choice-note">{note}</span>}
          </span>
        </label>
      ))}
    </fieldset>
  );
}
