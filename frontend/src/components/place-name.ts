import type { MeteringPoint } from '../api/session';

/** What its owner calls it, or else its street. */
export function pointName(point: Pick<MeteringPoint, 'name' | 'address'>): string {
  return point.name ?? point.address.street;
}

/** The address beside the name: without the street where the street is the name. */
export function pointAddress(point: Pick<MeteringPoint, 'name' | 'address'>): string {
  return point.name ? `${point.address.street}, ${point.address.city}` : point.address.city;
}
