export const messages = {
  title: 'Kirjaudu sisään',
  identifier: 'Käyttäjätunnus tai sähköpostiosoite',
  password: 'Salasana',
  submit: 'Kirjaudu sisään',
  submitting: 'Kirjaudutaan…',
  problem: 'Kirjautuminen ei onnistunut',
  or: 'tai',
  passkey: 'Kirjaudu pääsyavaimella',
  passkeyCancelled: 'Pääsyavainta ei käytetty. Yritä uudelleen tai kirjaudu toisella tavalla.',
  forgottenPassword: 'Unohtuiko salasana?',
  forgottenUserName: 'Unohtuiko käyttäjätunnus?',
  noAccount: 'Eikö sinulla ole vielä tiliä?',
  register: 'Rekisteröidy',
  products: 'Katso sähkösopimuksemme ja hinnat',
  identifierMissing: 'Kirjoita käyttäjätunnus tai sähköpostiosoite',
  passwordMissing: 'Kirjoita salasana',
};
export type SignIn = typeof messages;
