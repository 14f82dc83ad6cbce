import type { JSX } from 'preact';
import type { ComparisonOf } from '../../api/comparison';
import { messages } from '../../i18n';
import { format } from '../../i18n/format-in-use';
import { Bars } from './bars';

/** The same dates a year before: the change big, both figures under it, and over how many days. */
export function LastYear({ comparison, name }: { comparison: ComparisonOf['lastYear']; name: string }): JSX.Element {
  const t = messages('comparison').lastYear;
  const f = format.value;
  const { energyKwh, lastYearKwh, change, comparedDays, days } = comparison;
  return (
    <section class="card versus" aria-labelledby="last-year">
      <h2 id="last-year">{t.title}</h2>
      {energyKwh === null || lastYearKwh === null ? (
        <p class="muted">{t.none}</p>
      ) : (
        <>
          <div>
            <p class="big">{change === null ? f.energy(energyKwh) : f.change(change)}</p>
            <p class="muted">{change === null ? t.now : changeWords(change)}</p>
          </div>
          <Bars
            rows={[
              { mark: 'own', name, kwh: energyKwh },
              { mark: 'previous', name: t.before, kwh: lastYearKwh },
            ]}
          />
          {comparedDays < days && <p class="hint">{t.comparedDays(comparedDays, days)}</p>}
        </>
      )}
    </section>
  );
}

function changeWords(change: number): string {
  const t = messages('comparison').lastYear;
  if (Math.round(change * 100) === 0) return t.same;
  return change < 0 ? t.less : t.more;
}
