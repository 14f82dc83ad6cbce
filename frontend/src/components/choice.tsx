import type { JSX } from 'preact';

interface Option<Value extends string> {
  readonly value: Value;
  readonly text: string;
  readonly lang?: string;
}

/** One of a few, as a list of radio buttons with the label over them. */
export function Choice<Value extends string>(props: {
  readonly name: string;
  readonly label: string;
  readonly value: Value;
  readonly options: readonly Option<Value>[];
  readonly onChoose: (value: Value) => void;
}): JSX.Element {
  return (
    <fieldset class="choice">
      <legend>{props.label}</legend>
      {props.options.map((option) => (
        <label key={option.value} class="choice-option" lang={option.lang}>
          <input
            type="radio"
            name={props.name}
            value={option.value}
            checked={option.value === props.value}
            onChange={() => props.onChoose(option.value)}
          />
          {option.text}
        </label>
      ))}
    </fieldset>
  );
}
