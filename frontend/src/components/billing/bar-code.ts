/** The blank that Code 128 wants on either side, in modules. */
const QUIET = 10;
const HEIGHT = 64;

/** The bars as an SVG path, of their widths in modules: a bar first, then in turn spaces and bars. */
export function barsOf(widths: readonly number[]): { path: string; width: number } {
  let at = QUIET;
  let path = '';
  widths.forEach((width, index) => {
    if (index % 2 === 0) path += `M${at} 4h${width}V${HEIGHT - 4}h-${width}z`;
    at += width;
  });
  return { path, width: at + QUIET };
}
