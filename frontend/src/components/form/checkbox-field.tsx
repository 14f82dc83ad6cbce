import type { ComponentChildren, JSX } from 'preact';
import { described, FieldProblem } from './field';
import type { FieldProps } from './use-form';

/** One thing to agree to or to choose. */
export function CheckboxField({ children, ...props }: FieldProps & { children: ComponentChildren }): JSX.Element {
  return (
    <div class={props.problem ? 'field field-wrong' : 'field'}>
      <FieldProblem {...props} />
      <label class="choice-option">
        <input {...described(props)} type="checkbox" value="yes" />
        <span>{children}</span>
      </label>
    </div>
  );
}
