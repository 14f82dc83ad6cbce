import type { JSX } from 'preact';

export type LegendMark = 'own' | 'previous' | 'estimate' | 'partial' | 'missing' | 'price' | 'similar';

/** A mark as the chart draws it, small. */
export function Mark({ of }: { of: LegendMark }): JSX.Element {
  return (
    <svg class="mark" width="18" height="14" viewBox="0 0 18 14" aria-hidden="true">
      {of === 'own' && <rect class="bar" x="2" y="0" width="14" height="14" rx="3" />}
      {of === 'estimate' && <Hatched />}
      {of === 'previous' && <path class="tick" d="M0 7h18" />}
      {of === 'price' && <path class="chart-steps" d="M0 10h6V4h6v4h6" />}
      {of === 'similar' && <path class="diamond" d="m9 1 6 6-6 6-6-6z" />}
      {of === 'missing' && <path class="bar-gap" d="M0 7.5h18" />}
      {of === 'partial' && (
        <>
          <path class="bar" d="M2 9V3a3 3 0 0 1 3-3h8a3 3 0 0 1 3 3v6z" />
          <path class="bar-gap" d="M0 12.5h18" />
        </>
      )}
    </svg>
  );
}

/** Drawn with lines of its own: a pattern's id may be used only once in a page. */
function Hatched(): JSX.Element {
  return (
    <>
      <clipPath id="mark-clip">
        <rect x="2" y="0" width="14" height="14" rx="3" />
      </clipPath>
      <path class="mark-hatch" clip-path="url(#mark-clip)" d="M-2 8 10-4M0 14 16-2M6 16 18 4M12 18l8-8" />
    </>
  );
}

export function Legend({ items }: { items: readonly { mark: LegendMark; text: string }[] }): JSX.Element {
  return (
    <ul class="legend" role="list">
      {items.map((item) => (
        <li key={item.mark}>
          <Mark of={item.mark} />
          {item.text}
        </li>
      ))}
    </ul>
  );
}
