import type { JSX } from 'preact';
import type { AnnualReport } from '../../api/comparison';
import { messages } from '../../i18n';
import { format } from '../../i18n/format-in-use';

/** The year big, and under it each year that the customership reaches, with its bar, energy, cost and fees. */
export function Years({ report }: { report: AnnualReport }): JSX.Element {
  const t = messages('comparison').report;
  const f = format.value;
  const own = report.years.find(({ year }) => year === report.year);
  const most = Math.max(...report.years.map(({ energyKwh }) => energyKwh ?? 0), 1e-9);
  return (
    <section class="card versus" aria-labelledby="years">
      <h2 id="years">{t.consumption}</h2>
      <p class={own?.energyKwh == null ? 'big big-words' : 'big'}>{own?.energyKwh == null ? t.unknown : f.energy(own.energyKwh)}</p>
      <div class="table-box report-table" tabIndex={0} role="region" aria-label={t.table}>
        <table class="data">
          <caption class="hidden">{t.table}</caption>
          <thead>
            <tr>
              <th scope="col">{t.year}</th>
              <th scope="col" class="report-bar">
                <span class="hidden">{t.bar}</span>
              </th>
              <th scope="col" class="number">
                {t.energy}
              </th>
              <th scope="col" class="number">
                {t.cost}
              </th>
              <th scope="col" class="number">
                {t.fees}
              </th>
            </tr>
          </thead>
          <tbody>
            {report.years.map(({ year, energyKwh, quality, cost, costStatus, basicFees, vatTreatment }) => (
              <tr key={year} class={year === report.year ? 'report-own' : undefined}>
                <th scope="row">{year}</th>
                <td class="report-bar">
                  <span class={year === report.year ? 'versus-bar versus-own' : 'versus-bar versus-previous'} style={{ width: `${((energyKwh ?? 0) / most) * 100}%` }} />
                </td>
                <td class="number" data-label={t.energy}>
                  {energyKwh === null ? '–' : f.energy(energyKwh)}
                  {quality === 'PARTIALLY_MISSING' && <small>{t.partly}</small>}
                </td>
                <td class="number" data-label={t.cost}>
                  {cost === null ? '–' : f.money(cost.amount)}
                  {cost !== null && costStatus === 'PARTIALLY_KNOWN' && <small>{t.partly}</small>}
                  {isUntaxed(vatTreatment) && <small>{t.untaxed[vatTreatment]}</small>}
                </td>
                <td class="number" data-label={t.fees}>
                  {basicFees === null ? '–' : f.money(basicFees.amount)}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <p class="hint">
        {t.vat} {report.years.some(({ vatTreatment }) => isUntaxed(vatTreatment)) && t.creditMonths}
      </p>
    </section>
  );
}

type Treatment = AnnualReport['years'][number]['vatTreatment'];

function isUntaxed(treatment: Treatment): treatment is Exclude<Treatment, 'INCLUDED' | null> {
  return treatment !== null && treatment !== 'INCLUDED';
}
