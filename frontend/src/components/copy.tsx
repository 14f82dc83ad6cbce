import type { JSX } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import { PageIcon } from './page-icon';

interface Words {
  readonly copy: string;
  readonly copied: string;
  readonly copyWhat: (what: string) => string;
  readonly copiedWhat: (what: string) => string;
  readonly notCopied: string;
}

const SHOWN_MS = 3000;

/** A fact with a button that copies it, says so in its own place for a while, and tells those who listen. */
export function Copyable(props: {
  readonly label: string;
  readonly value: string;
  /** What is copied, where it is not what is shown. */
  readonly text?: string;
  readonly words: Words;
  readonly class?: string;
}): JSX.Element {
  const { label, value, words } = props;
  const [copied, setCopied] = useState<boolean | null>(null);
  const shown = useRef<HTMLElement>(null);
  useEffect(() => {
    if (!copied) return;
    const timer = setTimeout(() => setCopied(null), SHOWN_MS);
    return () => clearTimeout(timer);
  }, [copied]);

  async function copy(): Promise<void> {
    setCopied(null);
    try {
      await navigator.clipboard.writeText(props.text ?? value);
      setCopied(true);
    } catch {
      // Not allowed: it is selected, so that the keyboard can copy it.
      if (shown.current) getSelection()?.selectAllChildren(shown.current);
      setCopied(false);
    }
  }

  return (
    <div class={props.class ? `copyable ${props.class}` : 'copyable'}>
      <dt>{label}</dt>
      <dd>
        <span class="copyable-value" ref={shown}>
          {value}
        </span>
        <button type="button" class="button button-quiet copyable-button" aria-label={words.copyWhat(label)} onClick={() => void copy()}>
          {copied && <PageIcon name="done" />}
          {copied ? words.copied : words.copy}
        </button>
        <span class={copied === false ? 'hint' : 'hidden'} role="status">
          {copied === null ? '' : copied ? words.copiedWhat(label) : words.notCopied}
        </span>
      </dd>
    </div>
  );
}
