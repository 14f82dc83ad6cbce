export const messages = {
  title: 'Kirjaudu sisään',
  identifier: 'Käyttäjätunnus tai sähköpostiosoite',
  password: 'Salasana',
  submit: 'Kirjaudu sisään',
  submitting: 'Kirjaudutaan…',
  problem: 'Kirjautuminen ei onnistunut',
  identifierMissing: 'Kirjoita käyttäjätunnus tai sähköpostiosoite',
  passwordMissing: 'Kirjoita salasana',
};
export type SignIn = typeof messages;
