import type { JSX } from 'preact';
import type { Verification } from '../../api/verification';
import { messages } from '../../i18n';
import { format } from '../../i18n/format-in-use';
import { wallTime } from '../../i18n/format';
import { momentText } from '../../i18n/moments';

const SHOWN_AT_ONCE = 6;
type Days = Verification['changedDays'];

/** The day is shown further down: the focus goes there. */
function showDay(): void {
  requestAnimationFrame(() => document.getElementById('days-title')?.focus());
}

/** The days whose readings came or changed after the invoice was made; each leads to its quarter-hours below. */
export function Changed({ days, path }: { days: Days; path: string }): JSX.Element {
  const t = messages('billing').verify.changed;
  const list = (shown: Days) => (
    <ul role="list" class="changed">
      {shown.map(({ day, changedAt }) => (
        <li key={day}>
          <a data-replace href={`${path}?paiva=${day}`} onClick={showDay}>
            {format.value.fullDate(wallTime(day))}
          </a>
          <span class="muted">{t.at(momentText(changedAt))}</span>
        </li>
      ))}
    </ul>
  );
  return (
    <section class="card" aria-labelledby="changed-title">
      <h2 id="changed-title">{t.title}</h2>
      <p>{t.text(days.length)}</p>
      {list(days.slice(0, SHOWN_AT_ONCE))}
      {days.length > SHOWN_AT_ONCE && (
        <details>
          <summary>{t.all(days.length)}</summary>
          {list(days.slice(SHOWN_AT_ONCE))}
        </details>
      )}
    </section>
  );
}
