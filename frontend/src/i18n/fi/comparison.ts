/** A home against the year before and others, and the annual report. */
import { pluralOf } from '../plural';

const plural = pluralOf('fi');

export const messages = {
  title: 'Vertailu',
  level: 'Jakso',
  levels: { month: 'Kuukausi', year: 'Vuosi' },
  periodNavigation: 'Ajanjakso',
  previous: (period: string) => `Edellinen: ${period}`,
  next: (period: string) => `Seuraava: ${period}`,
  yearSoFar: (year: string, month: string) => `${year}, ${month}n loppuun`,
  toConsumption: (period: string) => `Kulutus: ${period}`,
  toReport: (year: string) => `Vuosiraportti ${year}`,
  lastYear: {
    title: 'Edellinen vuosi',
    now: 'sama aika vuotta aiemmin ei ole verrattavissa',
    before: 'Vuotta aiemmin',
    less: 'vähemmän kuin samaan aikaan vuotta aiemmin',
    more: 'enemmän kuin samaan aikaan vuotta aiemmin',
    same: 'yhtä paljon kuin samaan aikaan vuotta aiemmin',
    none: 'Edellisen vuoden samalta ajalta ei ole tietoja, joihin verrata.',
    comparedDays: (compared: number, days: number) =>
      `Verrattu ${compared} päivää ${days} päivästä: ne, joilta kaikki tiedot ovat molempina vuosina.`,
  },
  similar: {
    title: 'Samanlaiset kodit',
    own: 'Sinun kotisi',
    average: 'Samanlaiset kodit keskimäärin',
    less: 'vähemmän kuin samanlaiset kodit keskimäärin',
    more: 'enemmän kuin samanlaiset kodit keskimäärin',
    same: 'suunnilleen yhtä paljon kuin samanlaiset kodit keskimäärin',
    place: (share: string) => `${share} samanlaisista kodeista käytti vähemmän kuin sinä.`,
    median: (kwh: string) => `Mediaani on ${kwh}: puolet käytti vähemmän, puolet enemmän.`,
    quartiles: (lower: string, upper: string) => `Joka toinen koti käytti ${lower}–${upper}.`,
    who: 'Keihin verrataan?',
    homes: (count: number) => plural(count, { one: 'Ryhmässä on # koti.', other: 'Ryhmässä on # kotia.' }),
    excluded: 'Oma kotisi ei ole mukana. Ryhmä on niin suuri, ettei ketään voi siitä tunnistaa.',
    dwellings: { HOUSE: 'Omakotitalo', ROW_HOUSE: 'Rivitalo', FLAT: 'Kerrostaloasunto', COTTAGE: 'Vapaa-ajan asunto', OTHER: 'Muu kohde' },
    heatings: { ELECTRIC: 'sähkölämmitys', HEAT_PUMP: 'lämpöpumppu', DISTRICT: 'kaukolämpö', OIL: 'öljylämmitys', WOOD: 'puulämmitys', OTHER: 'muu lämmitys' },
    size: {
      SQUARE_METRES: (from: string, to: string) => `${from} – alle ${to}\u00a0m²`,
      KWH_A_YEAR: (from: string, to: string) => `${from} – alle ${to}\u00a0kWh vuodessa`,
    },
    sizeOver: {
      SQUARE_METRES: (from: string) => `vähintään ${from}\u00a0m²`,
      KWH_A_YEAR: (from: string) => `vähintään ${from}\u00a0kWh vuodessa`,
    },
    climateZone: (zone: number) => `ilmastovyöhyke ${zone}`,
    status: {
      GROUP_TOO_SMALL: 'Samanlaisia koteja on liian vähän. Vertailuun tarvitaan vähintään 20 muuta kotia, jotta ketään ei voi siitä tunnistaa.',
      HOME_UNKNOWN: 'Emme tunne kotisi tyyppiä, lämmitystä tai kokoa, joten emme voi verrata sitä samanlaisiin. Voit kertoa ne asiakaspalveluumme.',
      NOT_WHOLE_MONTHS: 'Samanlaisiin koteihin verrataan kokonaisia kuukausia ja vuosia.',
      NOT_COMPLETE: 'Osa jakson tiedoista puuttuu, tai sopimuksesi ei ollut voimassa koko jaksoa. Siksi kotiasi ei voi verrata muihin.',
      NOT_COMPUTED: 'Vertailua ei ole vielä laskettu. Kuukausi lasketaan kolme päivää sen päättymisen jälkeen.',
    },
  },
  report: {
    title: (year: string) => `Vuosiraportti ${year}`,
    pdf: 'Avaa raportti (PDF)',
    years: 'Vuosi',
    none: (year: string) => `Vuodelta ${year} ei ole raporttia.`,
    noneWhy: 'Raportin saa vuodesta, joka on päättynyt ja jona sopimuksesi oli voimassa.',
    consumption: 'Kulutus',
    unknown: 'Tietoja ei ole',
    table: 'Kulutus ja kustannukset vuosittain',
    year: 'Vuosi',
    bar: 'Kulutus palkkina',
    energy: 'Kulutus',
    cost: 'Energia',
    fees: 'Perusmaksut',
    partly: 'osittain',
    vat: 'Eurot sisältävät arvonlisäveron. Sähkön siirto ei ole mukana. Luvut ovat omien sopimustesi päiviltä.',
    advice: 'Neuvoja',
    toComparison: 'Vertailu kuukausittain',
  },
  missingPoint: {
    title: 'Käyttöpaikkaa ei löydy',
    text: 'Osoite on väärä, tai käyttöpaikka ei ole sinun.',
    home: 'Siirry kotisivulle',
  },
};
export type Comparison = typeof messages;
