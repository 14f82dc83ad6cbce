import type { ComponentChildren, JSX } from 'preact';
import { PageIcon } from '../page-icon';
import { buttonId, titleId, type Editing } from './use-editing';

/** A card with a heading, which also says what was done in it last. */
export function Section(props: {
  readonly name: string;
  readonly title: string;
  /** What it is about, in a sentence or two. */
  readonly lead?: string | undefined;
  readonly editing: Editing;
  /** What has come about by itself, said in the place of what was done last. */
  readonly news?: string | undefined;
  readonly children: ComponentChildren;
}): JSX.Element {
  const { name, editing } = props;
  const said = props.news ?? (editing.said?.section === name ? editing.said.text : null);
  return (
    <section class="card section" aria-labelledby={titleId(name)}>
      <h2 id={titleId(name)} tabIndex={-1}>
        {props.title}
      </h2>
      {props.lead && <p class="section-lead">{props.lead}</p>}
      <div role="status">
        {said && (
          <p class="said">
            <PageIcon name="done" />
            {said}
          </p>
        )}
      </div>
      {props.children}
    </section>
  );
}

/** A fact with the buttons that change it, or with the form that one of them opened. */
export function Row(props: {
  readonly title: ComponentChildren;
  /** Under the title, muted. */
  readonly notes?: ComponentChildren;
  /** Set larger than the title: the title is then only its label. */
  readonly value?: ComponentChildren;
  readonly actions?: ComponentChildren;
  readonly form?: ComponentChildren;
}): JSX.Element {
  return (
    <div class="row">
      <div class={props.value === undefined ? 'row-text' : 'row-text row-labelled'}>
        <div class="row-title">{props.title}</div>
        {props.value !== undefined && <div class="row-value">{props.value}</div>}
        {props.notes && <div class="row-notes">{props.notes}</div>}
      </div>
      {props.form ? <div class="row-form">{props.form}</div> : props.actions && <div class="row-actions">{props.actions}</div>}
    </div>
  );
}

/** Opens a form. `label` says what it changes, where the face alone does not. */
export function OpenButton(props: {
  readonly name: string;
  readonly editing: Editing;
  readonly label?: string;
  readonly class?: string;
  readonly children: ComponentChildren;
}): JSX.Element {
  return (
    <button
      id={buttonId(props.name)}
      type="button"
      class={props.class ?? 'button button-quiet'}
      aria-label={props.label}
      onClick={() => props.editing.start(props.name)}
    >
      {props.children}
    </button>
  );
}
