/** Makes what the server answers, for tests. */
import type { ConsumptionFigures, CostStatus, Quality, VatTreatment } from '../src/api/consumption';

export interface Given {
  start: string;
  end?: string;
  kwh: number | null;
  quality?: Quality;
  cost?: number | null;
  costStatus?: CostStatus;
  price?: number | null;
  vat?: VatTreatment | null;
}

export function figures(given: readonly Given[], completeUntil: string | null = '2030-01-01T00:00:00+02:00'): ConsumptionFigures {
  const treatments = given.map(({ cost, price, vat }) => (vat === undefined ? (cost == null && price == null ? null : 'INCLUDED') : vat));
  const told = new Set(treatments.filter((vat) => vat !== null));
  const known = given.flatMap(({ kwh }) => (kwh === null ? [] : [kwh]));
  return {
    from: given[0]?.start.slice(0, 10) ?? '2025-01-01',
    to: '2026-01-01',
    completeUntil,
    preliminaryFrom: null,
    energyKwh: known.length ? known.reduce((a, b) => a + b) : null,
    quality: 'MEASURED',
    cost: null,
    costStatus: 'NO_PRICE',
    vatTreatment: told.size > 1 ? 'PARTIALLY_OUTSIDE' : ([...told][0] ?? null),
    basicFees: null,
    columns: {
      starts: given.map(({ start }) => start),
      ends: given.map(({ start, end }, index) => end ?? given[index + 1]?.start ?? start),
      energyKwh: given.map(({ kwh }) => kwh),
      qualities: given.map(({ kwh, quality }) => quality ?? (kwh === null ? 'MISSING' : 'MEASURED')),
      prices: given.map(({ price }) => price ?? null),
      costs: given.map(({ cost }) => cost ?? null),
      costStatuses: given.map(({ cost, costStatus }) => costStatus ?? (cost == null ? 'NO_PRICE' : 'KNOWN')),
      vatTreatments: treatments,
    },
  };
}

/** The hours of a Finnish day: 25 when `turn` is autumn, 23 when spring, each with its number as energy. */
export function hours(day: string, turn: 'none' | 'autumn' | 'spring', offset = '+02:00'): Given[] {
  const [first, second] = turn === 'autumn' ? ['+03:00', '+02:00'] : turn === 'spring' ? ['+02:00', '+03:00'] : [offset, offset];
  const clock = Array.from({ length: 24 }, (_, hour) => hour).filter((hour) => !(turn === 'spring' && hour === 3));
  const starts = clock.flatMap((hour) => {
    const at = `${day}T${String(hour).padStart(2, '0')}:00:00`;
    if (turn === 'autumn' && hour === 3) return [at + first, at + second];
    return [at + (hour < 3 || (hour === 3 && turn === 'none') ? first : second)];
  });
  return starts.map((start, index) => ({ start, kwh: index }));
}
