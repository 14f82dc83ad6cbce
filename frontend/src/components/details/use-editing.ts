import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { Document } from '../../api/graphql';
import { change, type Payload } from '../../app/change';
import { takeDraft, type Draft } from '../../app/draft';
import { problemsOf, type Problem } from '../form/use-form';

/** Which form of a page is open, one at a time, and what was done last. Forms are named `section:what`. */
export interface Editing {
  readonly open: string | null;
  readonly start: (name: string) => void;
  readonly cancel: () => void;
  /** Closes the form, says what was done in its section, and gives the focus back. */
  readonly finish: (said: string, section: string) => void;
  /** What was done last, said in its section. */
  readonly said: { readonly section: string; readonly text: string } | null;
  /** What was typed in the open form before the page was left to prove who one is. */
  readonly draft: Draft | null;
  /** Asks the server anew what the page shows. */
  readonly reload: () => Promise<void>;
  /** Sends a mutation; where it worked the page asks anew and finishes. Gives what there is to mend. */
  readonly save: <Result extends Readonly<Record<string, Payload>>, Input>(
    document: Document<Result, { input: Input }>,
    input: Input,
    said: string,
  ) => Promise<Problem[]>;
}

export function useEditing(reload: () => Promise<void>): Editing {
  const [draft, setDraft] = useState(takeDraft);
  const [open, setOpen] = useState<string | null>(draft?.form ?? null);
  const [said, setSaid] = useState<Editing['said']>(null);
  const before = useRef<string | null>(null);

  useLayoutEffect(() => {
    const closed = before.current;
    before.current = open;
    // Something of the page may have taken the focus already: then it is not lost.
    if (open || !closed || document.activeElement?.closest('.section')) return;
    // The button that opened the form, or where it is gone with what it was about, the section's heading.
    (document.getElementById(buttonId(closed)) ?? document.getElementById(titleId(sectionOf(closed))))?.focus();
  }, [open]);

  function show(name: string | null): void {
    setDraft(null);
    setSaid(null);
    setOpen(name);
  }

  function finish(text: string, section: string): void {
    show(null);
    setSaid({ section, text });
  }

  return {
    open,
    start: show,
    cancel: () => show(null),
    finish,
    said,
    draft,
    reload,
    save: async (document, input, text) => {
      const payload = await change(document, input);
      if (!payload) return [];
      if (payload.userErrors.length) return problemsOf(payload.userErrors);
      await reload();
      finish(text, sectionOf(open ?? ''));
      return [];
    },
  };
}

export function buttonId(name: string): string {
  return `edit-${name}`;
}

export function titleId(section: string): string {
  return `section-${section}`;
}

function sectionOf(name: string): string {
  return name.split(':')[0] ?? name;
}
