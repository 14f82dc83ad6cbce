import type { JSX } from 'preact';
import { Mark, type LegendMark } from '../../charts/legend';
import { format } from '../../i18n/format-in-use';

export interface BarRow {
  readonly mark: LegendMark;
  readonly name: string;
  readonly kwh: number;
}

/** A few figures side by side, each with its mark, its name and a bar as long as it is large. */
export function Bars({ rows }: { rows: readonly BarRow[] }): JSX.Element {
  const most = Math.max(...rows.map(({ kwh }) => kwh), 1e-9);
  return (
    <dl class="versus-bars">
      {rows.map(({ mark, name, kwh }) => (
        <div key={name}>
          <dt>
            <Mark of={mark} />
            {name}
          </dt>
          <dd>
            <span class={`versus-bar versus-${mark}`} style={{ width: `${(Math.max(0, kwh) / most) * 100}%` }} />
            <span class="versus-value">{format.value.energy(kwh)}</span>
          </dd>
        </div>
      ))}
    </dl>
  );
}
