/** The smallest of 1 2 2.5 4 5 8 10 times a power of ten that is at least `value`. */
export function niceMaximum(value: number): number {
  if (!(value > 0)) return 1;
  const power = 10 ** Math.floor(Math.log10(value));
  for (const step of [1, 2, 2.5, 4, 5, 8]) {
    // The tolerance keeps 0.3 / 0.1 from asking for the next step.
    if (value <= step * power * (1 + 1e-9)) return tidy(step * power);
  }
  return tidy(10 * power);
}

/** How far an axis goes above zero and below it, as nice numbers; 0 where no value lies there. */
export interface Extent {
  readonly up: number;
  readonly down: number;
}

export function extentOf(values: readonly (number | null)[]): Extent {
  const known = values.map((value) => value ?? 0);
  const [highest, lowest] = [Math.max(0, ...known), Math.min(0, ...known)];
  return { up: highest > 0 ? niceMaximum(highest) : 0, down: lowest < 0 ? niceMaximum(-lowest) : 0 };
}

/** How much of a plot lies above the zero that all axes share: so much that each has room below it. */
export function shareAbove(axes: readonly Extent[]): number {
  if (axes.every(({ down }) => down === 0)) return 1;
  if (axes.every(({ up }) => up === 0)) return 0;
  return 1 / (1 + Math.max(...axes.map(({ up, down }) => (up > 0 ? down / up : 1))));
}

/** What the plot's whole height stands for, with such a share of it above zero. */
export function spanOf({ up, down }: Extent, above: number): number {
  return Math.max(above > 0 ? up / above : 0, above < 1 ? down / (1 - above) : 0) || 1;
}

/** The values that an axis names: its ends, and the half of the longer way where there is only one. */
export function labelsOf({ up, down }: Extent): number[] {
  const above = up > 0 ? [up, up / 2] : [];
  if (down === 0) return above;
  return up > 0 ? [...above, -down] : [-down / 2, -down];
}

/** Value to pixels from the top of a plot `height` high. */
export function verticalScale(above: number, span: number, height: number): (value: number) => number {
  return (value) => (above - value / span) * height;
}

/** Width of a bar: 72 % of its slot, at most 56 px. */
export function barWidth(slotWidth: number): number {
  return Math.min(56, slotWidth * 0.72);
}

/** A bar from `zero` to `y` with its far corners rounded, as an SVG path. */
export function barPath(x: number, width: number, y: number, zero: number, radius: number): string {
  const height = zero - y;
  const r = Math.min(radius, width / 2, Math.abs(height));
  const sign = height < 0 ? -1 : 1;
  const sweep = height < 0 ? 0 : 1;
  return `M${fix(x)} ${fix(zero)}V${fix(y + sign * r)}a${fix(r)} ${fix(r)} 0 0 ${sweep} ${fix(r)} ${fix(-sign * r)}H${fix(x + width - r)}a${fix(r)} ${fix(r)} 0 0 ${sweep} ${fix(r)} ${fix(sign * r)}V${fix(zero)}z`;
}

/** A line that stands at each value for its whole slot, broken where a value is unknown, as an SVG path. */
export function stepPath(values: readonly (number | null)[], slotWidth: number, y: (value: number) => number): string {
  let path = '';
  values.forEach((value, index) => {
    if (value === null) return;
    const before = index > 0 ? (values[index - 1] ?? null) : null;
    path += before === null ? `M${fix(index * slotWidth)} ${fix(y(value))}` : `V${fix(y(value))}`;
    path += `H${fix((index + 1) * slotWidth)}`;
  });
  return path;
}

function tidy(value: number): number {
  return Number(value.toPrecision(6));
}

function fix(value: number): string {
  return String(Math.round(value * 100) / 100);
}
