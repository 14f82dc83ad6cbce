export const messages = {
  reasons: {
    cancelled: {
      title: 'Tunnistautuminen keskeytyi',
      text: 'Tunnistautuminen peruttiin, tai pankkisi tai operaattorisi ei päästänyt sitä loppuun. Mitään ei ole muutettu.',
      next: 'Voit yrittää uudelleen tai valita toisen tavan.',
    },
    expired: {
      title: 'Tunnistautuminen ehti vanhentua',
      text: 'Se kesti liian kauan, sitä jatkettiin toisessa selaimessa tai sama sivu avattiin kahdesti.',
      next: 'Aloita alusta ja tee tunnistautuminen loppuun samassa selaimessa.',
    },
    noAnswer: {
      title: 'Tunnistuspalvelu ei vastaa juuri nyt',
      text: 'Vika on pankin, operaattorin tai tunnistuksen välittäjän palvelussa.',
      next: 'Odota hetki ja yritä uudelleen, tai kirjaudu salasanalla.',
    },
    refused: {
      title: 'Tunnistautumista ei voitu hyväksyä',
      text: 'Tunnistuspalvelun vastaus ei läpäissyt tarkistuksiamme, joten turvallisuutesi vuoksi keskeytimme. Mitään ei ole muutettu.',
      next: 'Yritä uudelleen. Jos sama toistuu, soita asiakaspalveluun.',
    },
    otherPerson: {
      title: 'Tunnistautuja on toinen henkilö',
      text: 'Tämä tili kuuluu toiselle kuin sille, joka juuri tunnistautui. Mitään ei ole muutettu.',
      next: 'Tunnistaudu omilla tunnuksillasi, tai kirjaudu ulos ja omalle tilillesi.',
    },
    locked: {
      title: 'Tilisi on lukittu',
      text: 'Tiliin ei nyt pääse millään tavalla. Näin tietosi pysyvät turvassa.',
      next: 'Soita asiakaspalveluun, niin selvitämme asian ja avaamme tilin.',
    },
  },
  again: 'Yritä uudelleen',
  otherWay: 'Kirjaudu toisella tavalla',
  toDetails: 'Takaisin omiin tietoihin',
  service: 'Soita meille',
};
export type Identification = typeof messages;
