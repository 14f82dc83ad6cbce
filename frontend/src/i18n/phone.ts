const NBSP = '\u00a0';
const FINNISH = /^(\+358)(4\d|50|1\d|[235689])(\d+)$/;

/** `+358 40 123 4567`, of a number as it is stored; a foreign one, whose parts only its country knows, as it is. */
export function phoneText(number: string): string {
  const [, country, area, own = ''] = FINNISH.exec(number) ?? [];
  if (!own) return number;
  const middle = Math.floor(own.length / 2);
  return [country, area, own.slice(0, middle), own.slice(middle)].filter(Boolean).join(NBSP);
}
