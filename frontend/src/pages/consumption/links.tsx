import type { JSX } from 'preact';
import { above, isFuture, search, shift, type Period } from '../../app/period';
import { consumptionPath } from '../../app/routes';
import { PageIcon } from '../../components/page-icon';
import { messages } from '../../i18n';
import type { Day } from '../../i18n/format';
import { aboveName, periodName } from './words';

/** Earlier, later, and up. Earlier and later take this page's place in the history, so that Back goes up a level. */
export function PeriodLinks({ id, period, today }: { id: string; period: Period; today: Day }): JSX.Element {
  const t = messages('consumption');
  const path = consumptionPath(id);
  const up = above(period);
  const earlier = shift(period, -1);
  const later = shift(period, 1);
  return (
    <nav class="period" aria-label={t.periodNavigation}>
      <a class="control period-step" data-replace href={path + search(earlier)} aria-label={t.previous(periodName(earlier))}>
        <PageIcon name="left" />
      </a>
      <p class="period-name">
        {up && (
          <a data-up href={path + search(up)}>
            {t.back(aboveName(period))}
          </a>
        )}
        <strong>{periodName(period)}</strong>
      </p>
      {isFuture(later, today) ? (
        <span class="control period-step period-end" />
      ) : (
        <a class="control period-step" data-replace href={path + search(later)} aria-label={t.next(periodName(later))}>
          <PageIcon name="right" />
        </a>
      )}
    </nav>
  );
}
