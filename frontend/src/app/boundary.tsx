import { Component, type ComponentChildren, type JSX } from 'preact';
import { messages } from '../i18n';
import { useHeadingFocus, useTitle } from './page';

/** Catches what a page throws while it is drawn. */
export class Boundary extends Component<{ children: ComponentChildren }, { broken: boolean }> {
  override state = { broken: false };

  static override getDerivedStateFromError(): { broken: boolean } {
    return { broken: true };
  }

  override componentDidCatch(error: unknown): void {
    console.error(error);
  }

  render(): ComponentChildren {
    return this.state.broken ? <Broken /> : this.props.children;
  }
}

/** A page that could not be shown, or whose code could not be fetched. */
export function Broken(): JSX.Element {
  const { broken } = messages('shell');
  useTitle(broken.title);
  const heading = useHeadingFocus();
  return (
    <section class="card prose">
      <h1 ref={heading} tabIndex={-1}>
        {broken.title}
      </h1>
      <p>{broken.text}</p>
      <button class="button" type="button" onClick={() => location.reload()}>
        {broken.reload}
      </button>
    </section>
  );
}
