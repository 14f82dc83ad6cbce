import type { JSX } from 'preact';
import type { SimilarHomes } from '../../api/comparison';
import { messages } from '../../i18n';
import { format } from '../../i18n/format-in-use';
import { Bars } from './bars';
import { spread, type Spread } from './spread';

/** Homes like this one: whether one uses more or less than their mean, one's place among them, and who they are; or why nothing is told. */
export function SimilarHomesCard({ homes }: { homes: SimilarHomes }): JSX.Element {
  const t = messages('comparison').similar;
  const f = format.value;
  const { average, median, ownKwh, place, lowerQuartile, upperQuartile } = homes;
  const known = homes.status === 'AVAILABLE' && average !== null && median !== null;
  const change = known && ownKwh !== null && average > 0 ? (ownKwh - average) / average : null;
  const drawn = spread(homes);
  return (
    <section class="card versus" aria-labelledby="similar-homes">
      <h2 id="similar-homes">{t.title}</h2>
      {!known ? (
        <p>{homes.status === 'AVAILABLE' ? t.status.NOT_COMPUTED : t.status[homes.status]}</p>
      ) : (
        <>
          <div>
            <p class="big">{f.energy(ownKwh ?? average)}</p>
            <p class="muted">{change === null ? t.average : changeWords(change)}</p>
          </div>
          <Bars
            rows={[
              ...(ownKwh === null ? [] : [{ mark: 'own' as const, name: t.own, kwh: ownKwh }]),
              { mark: 'similar', name: t.average, kwh: average },
            ]}
          />
          {drawn && (
            <div>
              <SpreadStrip spread={drawn} />
              <p class="hint">{t.strip}</p>
            </div>
          )}
          <ul class="bullets">
            {place !== null && <li>{t.place(f.percent(place))}</li>}
            <li>{t.median(f.energy(median))}</li>
            {lowerQuartile !== null && upperQuartile !== null && <li>{t.quartiles(f.energy(lowerQuartile), f.energy(upperQuartile))}</li>}
          </ul>
        </>
      )}
      <Group homes={homes} />
    </section>
  );
}

/** In words alone: others' mean comes rounded, in the smallest groups by up to a tenth. */
const TOLD_APART = 0.1;

function changeWords(change: number): string {
  const t = messages('comparison').similar;
  if (Math.abs(change) <= TOLD_APART) return t.same;
  return change < 0 ? t.less : t.more;
}

/** The half of homes in the middle as a band, their median as a line, one's own as a dot; what it shows is said below it. */
function SpreadStrip({ spread: { lower, upper, median, own } }: { spread: Spread }): JSX.Element {
  return (
    <svg class="spread" viewBox="0 0 100 20" preserveAspectRatio="none" aria-hidden="true">
      <path class="spread-line" d="M0 10h100" />
      <path class="spread-band" d={`M${lower} 3H${upper}V17H${lower}z`} />
      <path class="spread-median" d={`M${median} 1v18`} />
      {own !== null && <path class="spread-own" d={`M${own} 0v20`} />}
    </svg>
  );
}

/** Who is compared with: so that one can tell whether the group is like one's own home. */
function Group({ homes }: { homes: SimilarHomes }): JSX.Element | null {
  const t = messages('comparison').similar;
  const { dwelling, heating, sizeFrom, sizeTo, sizeUnit, climateZone } = homes;
  if (dwelling === null || heating === null) return null;
  const size =
    sizeFrom === null || sizeUnit === null
      ? null
      : sizeTo === null
        ? t.sizeOver[sizeUnit](format.value.decimal(sizeFrom, 0))
        : t.size[sizeUnit](format.value.decimal(sizeFrom, 0), format.value.decimal(sizeTo, 0));
  const parts = [t.dwellings[dwelling], t.heatings[heating], size, climateZone === null ? null : t.climateZone(climateZone)];
  return (
    <details>
      <summary>{t.who}</summary>
      <p>{parts.filter((part) => part !== null).join(', ')}.</p>
      <p class="muted">
        {homes.homes !== null && `${t.homes(homes.homes)} `}
        {t.excluded}
      </p>
    </details>
  );
}
