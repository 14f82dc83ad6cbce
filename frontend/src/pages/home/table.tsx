import type { JSX } from 'preact';
import type { PointFigures } from '../../api/home';
import type { MeteringPoint } from '../../api/session';
import { consumptionPath } from '../../app/routes';
import { Spark } from '../../charts/spark';
import { Icon } from '../../components/icon';
import { pointAddress, pointName } from '../../components/place-name';
import { messages } from '../../i18n';
import { format } from '../../i18n/format-in-use';
import { wallTime } from '../../i18n/format';
import { figureText, untilText } from './card';
import { gapDays, knownUntil, sparkDays } from './figures';

/** Many metering points, one a row. On a phone a row folds to its name, this month and the two others below. */
export function PointTable(props: { points: readonly { point: MeteringPoint; figures: PointFigures }[]; label: string }): JSX.Element {
  const t = messages('home');
  const f = format.value;
  const sample = props.points[0]?.figures;
  const month = (starts: readonly string[] | undefined) => f.monthName(wallTime(starts?.[0] ?? '').month);
  const thisMonth = month(sample?.thisMonth.columns.starts);
  const lastMonth = month(sample?.lastMonth.columns.starts);
  return (
    <div class="card points">
      <table>
        <caption class="hidden">{props.label}</caption>
        <thead>
          <tr>
            <th scope="col">{t.point}</th>
            <th scope="col" class="points-spark">
              <span class="hidden">{t.daysOf(thisMonth)}</span>
            </th>
            <th scope="col" class="number">
              {t.yesterday}
            </th>
            <th scope="col" class="number">
              {t.monthSoFar(thisMonth)}
            </th>
            <th scope="col" class="number">
              {t.month(lastMonth)}
            </th>
          </tr>
        </thead>
        <tbody>
          {props.points.map(({ point, figures }) => (
            <Row key={point.id} point={point} figures={figures} labels={[t.yesterday, t.monthSoFar(thisMonth), t.month(lastMonth)]} />
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Row(props: { point: MeteringPoint; figures: PointFigures; labels: readonly [string, string, string] }): JSX.Element {
  const t = messages('home');
  const { point, figures, labels } = props;
  const until = knownUntil(figures.yesterday.completeUntil);
  const gaps = [figures.thisMonth, figures.lastMonth].flatMap((days) => {
    const missing = gapDays(days, figures.yesterday.completeUntil);
    const first = missing[0];
    return first ? [t.gaps(missing.length, format.value.monthName(first.month))] : [];
  });
  return (
    <tr>
      <th scope="row">
        <a href={consumptionPath(point.id)}>{pointName(point)}</a>
        <span class="point-address">{pointAddress(point)}</span>
        {gaps.map((text) => (
          <span key={text} class="points-gaps">
            <Icon name="warning" />
            {text}
          </span>
        ))}
      </th>
      {until === null ? (
        <td class="muted points-none" colSpan={4}>
          {t.neverDelivered}
        </td>
      ) : (
        <>
          <td class="points-spark" title={untilText(until)}>
            <Spark days={sparkDays(figures.thisMonth)} />
          </td>
          {[figures.yesterday, figures.thisMonth, figures.lastMonth].map((value, index) => (
            <td key={index} class={index === 1 ? 'number points-now' : 'number'} data-label={labels[index]}>
              {figureText(value).text}
            </td>
          ))}
        </>
      )}
    </tr>
  );
}
