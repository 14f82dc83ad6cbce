/**
 * A file that opens by a double click in a spreadsheet set to Finnish or Swedish (byte order mark, semicolons, decimal
 * commas) or to English (commas, decimal points). Times are local, as a spreadsheet reads them, each with its
 * offset beside it, so that both hours of the autumn night are there.
 */
import { offsetName, wallTime } from '../i18n/format';

export function csvText(rows: readonly (readonly string[])[], english: boolean): string {
  const separator = english ? ',' : ';';
  return '\ufeff' + rows.map((row) => row.map((cell) => quoted(cell, separator)).join(separator) + '\r\n').join('');
}

/** A moment as the server writes it: its local time, and its offset. A plain `+3` would be read as a number. */
export function timeCells(moment: string, english: boolean): [string, string] {
  const at = wallTime(moment);
  const two = (value: number) => String(value).padStart(2, '0');
  const date = english ? `${at.year}-${two(at.month)}-${two(at.day)}` : `${at.day}.${at.month}.${at.year}`;
  return [`${date} ${two(at.hour)}:${two(at.minute)}`, offsetName(at.offset)];
}

/** At most `digits` decimals, never in exponent form; empty where there is no value. */
export function decimalCell(value: number | null | undefined, english: boolean, digits = 6): string {
  if (value === null || value === undefined) return '';
  const text = value.toLocaleString('en-US', { useGrouping: false, maximumFractionDigits: digits });
  return english ? text : text.replace('.', ',');
}

/** Hands the file to the browser, which keeps it where it keeps such. */
export function saveFile(text: string, name: string): void {
  const url = URL.createObjectURL(new Blob([text], { type: 'text/csv;charset=utf-8' }));
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.hidden = true;
  document.body.append(link);
  link.click();
  link.remove();
  setTimeout(() => URL.revokeObjectURL(url), 60_000);
}

function quoted(cell: string, separator: string): string {
  return cell.includes(separator) || /["\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;
}
