import { describe, expect, test } from 'vitest';
import { readPeriod } from '../src/app/period';
import { messages as en } from '../src/i18n/en/consumption';
import { messages as fi } from '../src/i18n/fi/consumption';
import { messages as sv } from '../src/i18n/sv/consumption';
import { csvName, csvOf } from '../src/pages/consumption/csv';
import { figures, hours } from './figures';

describe('the file', () => {
  test('opens in a Finnish spreadsheet: mark, semicolons, decimal commas, local times', () => {
    const text = csvOf(figures([{ start: '2025-01-05T00:00:00+02:00', end: '2025-01-05T01:00:00+02:00', kwh: 1234.5678, price: 8.49, cost: 104.81480342 }]), 'fi', fi);
    expect(text).toBe(
      '\ufeffAlkaa;Alun UTC-ero;Päättyy;Lopun UTC-ero;Kulutus (kWh);Laatu;Hinta (c/kWh);Kustannus (€);Kustannuksen tila;Alv\r\n5.1.2025 00:00;UTC+2;5.1.2025 01:00;UTC+2;1234,5678;mitattu;8,49;104,81480342;tiedossa;sis. alv\r\n',
    );
  });

  test('uses commas and decimal points in English', () => {
    const text = csvOf(figures([{ start: '2025-01-05T00:00:00+02:00', end: '2025-01-05T01:00:00+02:00', kwh: 0.000001 }]), 'en', en);
    expect(text.split('\r\n')[1]).toBe('2025-01-05 00:00,UTC+2,2025-01-05 01:00,UTC+2,0.000001,measured,,,no spot price,');
  });

  test('tells both hours of the autumn night apart', () => {
    const rows = csvOf(figures(hours('2025-10-26', 'autumn')), 'fi', fi).trim().split('\r\n').slice(1);
    expect(rows).toHaveLength(25);
    expect(rows.filter((row) => row.startsWith('26.10.2025 03:00')).map((row) => row.split(';')[1])).toEqual(['UTC+3', 'UTC+2']);
    expect(new Set(rows.map((row) => row.split(';').slice(0, 2).join())).size).toBe(25);
  });

  test('leaves a missing value empty and says why', () => {
    const text = csvOf(figures([{ start: '2025-01-05T00:00:00+02:00', kwh: null }]), 'fi', fi);
    expect(text.split('\r\n')[1]?.split(';').slice(4, 6)).toEqual(['', 'puuttuu']);
  });

  test('says of each row whether its euros are with the tax, as a month that is a credit is without', () => {
    const month = (number: number, vat: 'INCLUDED' | 'OUTSIDE' | 'PARTIALLY_OUTSIDE') => ({ start: `2021-0${number}-01T00:00:00+03:00`, kwh: 100, cost: -2, price: -2, vat });
    const given = figures([month(4, 'INCLUDED'), month(5, 'OUTSIDE'), month(6, 'PARTIALLY_OUTSIDE')]);
    const last = (text: string, separator: string) => text.trim().split('\r\n').map((row) => row.split(separator).at(-1));
    expect(last(csvOf(given, 'fi', fi), ';')).toEqual(['Alv', 'sis. alv', 'ilman alv', 'osin ilman alv']);
    expect(last(csvOf(given, 'sv', sv), ';')).toEqual(['Moms', 'inkl. moms', 'utan moms', 'delvis utan moms']);
    expect(last(csvOf(given, 'en', en), ',')).toEqual(['VAT', 'incl. VAT', 'without VAT', 'partly without VAT']);
  });

  test('is named after the metering point, the period and its interval', () => {
    const march = readPeriod(new URLSearchParams('y=2025&m=3'), { year: 2026, month: 1, day: 1 });
    expect(csvName('643007127123456780', march, 'HOUR', fi)).toBe('kulutus-643007127123456780-2025-03-PT1H.csv');
  });
});
