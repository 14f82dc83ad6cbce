import type { Billing } from '../../fi/billing';
import { pluralOf } from '../../plural';

const plural = pluralOf('sv');

export const next: Billing['next'] = {
  title: 'Uppskattning av nästa faktura',
  lead: 'Uppskattningen blir noggrannare varje dag när nya mätuppgifter kommer.',
  allPlaces: (count) => plural(count, { one: 'Visa # driftställe', other: 'Visa alla # driftställen' }),
  estimate: (period) => `Uppskattning, ${period}`,
  about: (money) => `cirka ${money}`,
  range: (low, high) => `Sannolikt ${low}–\u2060${high}. Fyra fakturor av fem hamnar inom ett sådant intervall.`,
  withVat: 'inklusive moms',
  sum: (places, money) => `${places} driftställen totalt cirka ${money}`,
  soFar: 'Hittills',
  toCome: 'Prognos för resten',
  fees: 'Grundavgifter',
  total: 'Uppskattning totalt',
  vatNote: 'Alla belopp inkluderar mervärdesskatt. Uppskattningen gäller bara elförsäljningen, inte elöverföringen.',
  picture: (soFar, total) => `Hittills ${soFar} av uppskattade ${total}.`,
  metered: (date) => `Uppmätt till slutet av ${date}.`,
  pricesKnown: (date) => `Börspriserna är kända till slutet av ${date}.`,
  restsOn: 'Vad uppskattningen bygger på',
  basis: {
    METERED: 'Din uppmätta förbrukning hittills.',
    LAST_YEAR: 'Samma veckodagar för ett år sedan, i proportion till din förbrukning de senaste veckorna.',
    RECENT_WEEKS: 'Samma veckodagar under de senaste fyra veckorna.',
    DAY_AHEAD: 'Börspriser som redan är kända.',
    AVERAGE_PRICES: 'Därefter det genomsnittliga börspriset för varje kvart under de senaste fyra veckorna.',
  },
  NO_HISTORY: 'Uppskattningen kan inte göras ännu.',
  noHistoryWhy: 'Det finns för få mätuppgifter för att förutse förbrukningen.',
  NO_PRICES: 'Uppskattningen kan inte göras nu.',
  noPricesWhy: 'Något pris som behövs saknas.',
  noContract: 'Driftstället har inget gällande avtal.',
  none: 'Du har inga driftställen ännu.',
  noneWhy: 'Uppskattningen visas här när ditt elavtal har bekräftats.',
};
