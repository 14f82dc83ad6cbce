import type { JSX } from 'preact';
import { messages } from '../../i18n';

/** How far one is in something that takes several pages: words, and a line of parts. */
export function Steps({ now, of }: { now: number; of: number }): JSX.Element {
  return (
    <div class="steps">
      <p class="hint">{messages('credentials').step(now, of)}</p>
      <div class="steps-line" aria-hidden="true">
        {Array.from({ length: of }, (_, index) => (
          <span key={index} class={index < now ? 'steps-done' : undefined} />
        ))}
      </div>
    </div>
  );
}
