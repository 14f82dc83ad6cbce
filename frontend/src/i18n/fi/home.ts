import { pluralOf } from '../plural';

const plural = pluralOf('fi');
const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);

export const messages = {
  title: 'Koti',
  arrivals: {
    hadAccount: 'Sinulla oli jo tili, joten kirjasimme sinut sisään.',
    registered: 'Tervetuloa! Tilisi on valmis.',
    newPassword: 'Salasanasi on vaihdettu, ja olet kirjautunut sisään.',
  },
  passkeyOffer: {
    title: 'Kirjaudu ensi kerralla helpommin',
    text: 'Pääsyavaimella kirjaudut sormenjäljellä, kasvoilla tai laitteen PIN-koodilla.',
    add: 'Lisää pääsyavain',
    decline: 'Ei kiitos',
  },
  greeting: (name: string) => `Hei, ${name}`,
  kinds: { PERSON: 'Omat käyttöpaikat', COMPANY: 'Yrityksen käyttöpaikat' },
  point: 'Käyttöpaikka',
  yesterday: 'Eilen',
  yesterdayOn: (date: string) => `Eilen ${date}`,
  inMonth: (month: string) => `${month}ssa`,
  monthSoFar: (month: string) => `${capital(month)} nyt`,
  month: (month: string) => capital(month),
  until: (date: string) => `tiedot ${date} loppuun asti`,
  untilTime: (date: string, time: string) => `tiedot ${date} klo ${time} asti`,
  notYet: 'ei vielä tietoja',
  unknown: 'ei tietoja',
  partly: 'osa puuttuu',
  estimate: 'sisältää arvioita',
  neverDelivered: 'Ei vielä kulutustietoja. Verkkoyhtiö toimittaa ne yleensä seuraavana päivänä.',
  gaps: (days: number, month: string) =>
    plural(days, { one: `${capital(month)}ssa tietoja puuttuu # päivältä`, other: `${capital(month)}ssa tietoja puuttuu # päivältä` }),
  open: 'Tarkastele kulutusta',
  openOf: (point: string) => `Tarkastele kulutusta: ${point}`,
  daysOf: (month: string) => `Päivät, ${month}`,
  count: (points: number) => plural(points, { one: '# käyttöpaikka', other: '# käyttöpaikkaa' }),
  onlyFirst: (points: number) => `Tässä ovat ensimmäiset ${points} käyttöpaikkaa. Kaikki saat rajapinnasta.`,
  requestWaits: (company: string) => `Pyyntösi hoitaa yrityksen ${company} asioita odottaa hyväksyntää.`,
  requestWaitsWhy: 'Sen hyväksyy yrityksen pääkäyttäjä tai asiakaspalvelumme. Kerromme päätöksestä sähköpostilla.',
  noPoints: 'Sinulla ei ole vielä käyttöpaikkoja.',
  noPointsWhy: 'Käyttöpaikka näkyy täällä, kun sähkösopimuksesi on vahvistettu.',
};
export type Home = typeof messages;
