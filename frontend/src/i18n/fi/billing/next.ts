import { pluralOf } from '../../plural';

const plural = pluralOf('fi');

export const next = {
  title: 'Arvio seuraavasta laskusta',
  lead: 'Arvio tarkentuu joka päivä, kun uusia mittaustietoja saadaan.',
  allPlaces: (count: number) => plural(count, { one: 'Näytä # käyttöpaikka', other: 'Näytä kaikki # käyttöpaikkaa' }),
  estimate: (period: string) => `Arvio, ${period}`,
  about: (money: string) => `noin ${money}`,
  range: (low: string, high: string) => `Todennäköisesti ${low}–\u2060${high}. Neljä laskua viidestä osuu tällaiseen väliin.`,
  withVat: 'sisältää alv',
  sum: (places: number, money: string) => `${places} käyttöpaikkaa yhteensä noin ${money}`,
  soFar: 'Tähän mennessä',
  toCome: 'Ennuste loppuajalle',
  fees: 'Perusmaksut',
  total: 'Arvio yhteensä',
  vatNote: 'Kaikki summat sisältävät arvonlisäveron. Arviossa on vain sähkönmyynti, ei sähkönsiirtoa.',
  picture: (soFar: string, total: string) => `Tähän mennessä ${soFar} arviolta ${total}.`,
  metered: (date: string) => `Mitattu ${date} loppuun asti.`,
  pricesKnown: (date: string) => `Pörssihinnat tiedetään ${date} loppuun asti.`,
  restsOn: 'Mihin arvio perustuu',
  basis: {
    METERED: 'Mitattuun kulutukseesi tähän mennessä.',
    LAST_YEAR: 'Samoihin viikonpäiviin vuosi sitten, suhteutettuna viime viikkojen kulutukseesi.',
    RECENT_WEEKS: 'Samoihin viikonpäiviin viimeisten neljän viikon ajalta.',
    DAY_AHEAD: 'Jo tiedossa oleviin pörssihintoihin.',
    AVERAGE_PRICES: 'Sen jälkeen kunkin vartin keskimääräiseen pörssihintaan viimeisten neljän viikon ajalta.',
  },
  NO_HISTORY: 'Arviota ei voi vielä tehdä.',
  noHistoryWhy: 'Mittaustietoja on liian vähän, jotta kulutusta voisi ennustaa.',
  NO_PRICES: 'Arviota ei voi nyt tehdä.',
  noPricesWhy: 'Jokin tarvittava hinta puuttuu.',
  noContract: 'Käyttöpaikassa ei ole voimassa olevaa sopimusta.',
  none: 'Sinulla ei ole vielä käyttöpaikkoja.',
  noneWhy: 'Arvio näkyy täällä, kun sähkösopimuksesi on vahvistettu.',
};
