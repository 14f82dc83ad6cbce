import type { ComponentChildren, JSX } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import { place } from './router';

/** A button in the header with a panel below it: closed by Escape, by leaving it, and by going elsewhere. */
export function Disclosure(props: {
  readonly id: string;
  readonly class: string;
  readonly label: string;
  readonly face: ComponentChildren;
  /** Draws the panel; `close` puts the focus back on the button. */
  readonly children: (close: () => void) => ComponentChildren;
}): JSX.Element {
  const [open, setOpen] = useState(false);
  const box = useRef<HTMLDivElement>(null);
  const button = useRef<HTMLButtonElement>(null);
  const { href } = place.value;
  useEffect(() => setOpen(false), [href]);
  useEffect(() => {
    if (!open) return;
    const leave = (event: Event) => {
      if (!box.current?.contains(event.target as Node)) setOpen(false);
    };
    document.addEventListener('pointerdown', leave);
    document.addEventListener('focusin', leave);
    return () => {
      document.removeEventListener('pointerdown', leave);
      document.removeEventListener('focusin', leave);
    };
  }, [open]);
  const close = () => {
    setOpen(false);
    button.current?.focus();
  };
  return (
    <div
      class={`menu ${props.class}`}
      ref={box}
      onKeyDown={(event) => {
        if (event.key === 'Escape' && open) close();
      }}
    >
      <button
        ref={button}
        type="button"
        class="control menu-button"
        aria-expanded={open}
        aria-controls={props.id}
        aria-label={props.label}
        onClick={() => setOpen(!open)}
      >
        {props.face}
      </button>
      {open && (
        <div id={props.id} class="menu-panel card">
          {props.children(close)}
        </div>
      )}
    </div>
  );
}
