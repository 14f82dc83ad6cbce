export const messages = {
  title: 'Sinut on kutsuttu hoitamaan yrityksen asioita',
  text: 'Kun hyväksyt kutsun, näet yrityksen sähkötiedot omalla tililläsi.',
  textOut: 'Kirjaudu ensin sisään, niin voit hyväksyä kutsun. Palaat sen jälkeen tähän.',
  asWhom: (name: string) => `Hyväksyt kutsun nimellä ${name}.`,
  accept: 'Hyväksy kutsu',
  accepting: 'Hyväksytään…',
  problem: 'Kutsua ei voitu hyväksyä',
  signIn: 'Kirjaudu sisään',
  noAccount: 'Eikö sinulla ole vielä tiliä?',
  register: 'Rekisteröidy',
  acceptedTitle: 'Kutsu on hyväksytty',
  acceptedText: (company: string) => `Hoidat nyt myös yrityksen ${company} asioita. Vaihda sivun yläreunasta, kenen tietoja katsot.`,
  home: 'Siirry kotisivulle',
  overTitle: 'Kutsua ei löydy',
  overText: 'Osoitteesta puuttuu osa, tai kutsu on jo hyväksytty. Avaa linkki uudelleen sähköpostistasi tai pyydä uusi kutsu yritykseltä.',
};
export type Invitation = typeof messages;
