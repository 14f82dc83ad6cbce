import type { JSX } from 'preact';
import { niceMaximum } from './scale';

/** A month's days as small bars, for a card: missing days are dashes on the foot, days to come are nothing. */
export function Spark({ days }: { days: readonly { value: number | null; mark: 'solid' | 'estimate' | 'missing' | 'none' }[] }): JSX.Element {
  const height = 40;
  const step = 6;
  const top = Math.max(...days.map((day) => day.value ?? 0)) || niceMaximum(0);
  return (
    <svg class="spark" viewBox={`0 0 ${days.length * step} ${height}`} preserveAspectRatio="none" aria-hidden="true">
      {days.map((day, index) => {
        const x = index * step + 1;
        if (day.value === null) {
          return day.mark === 'missing' ? <path key={index} class="spark-gap" d={`M${x} ${height - 1}h4`} /> : null;
        }
        const size = Math.max(1, (Math.max(0, day.value) / top) * (height - 2));
        return <rect key={index} class={day.mark === 'estimate' ? 'spark-bar spark-estimate' : 'spark-bar'} x={x} y={height - size} width="4" height={size} rx="1" />;
      })}
    </svg>
  );
}
