import type { ComponentChildren, JSX } from 'preact';

/** A line of a list of facts (`<dl class="terms-facts">`). */
export function Fact({ label, children }: { label: string; children: ComponentChildren }): JSX.Element {
  return (
    <div>
      <dt>{label}</dt>
      <dd>{children}</dd>
    </div>
  );
}
