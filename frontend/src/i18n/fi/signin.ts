export const messages = {
  title: 'Kirjaudu sisään',
  identifier: 'Käyttäjätunnus tai sähköpostiosoite',
  password: 'Salasana',
  show: 'Näytä',
  hide: 'Piilota',
  showPassword: 'Näytä salasana',
  hidePassword: 'Piilota salasana',
  shown: 'Salasana näkyy',
  hidden: 'Salasana on piilotettu',
  submit: 'Kirjaudu sisään',
  submitting: 'Kirjaudutaan…',
  problem: 'Kirjautuminen ei onnistunut',
  errorPrefix: 'Virhe: ',
  identifierMissing: 'Kirjoita käyttäjätunnus tai sähköpostiosoite',
  passwordMissing: 'Kirjoita salasana',
  failures: {
    offline: 'Verkkoyhteyttä ei ole. Tarkista yhteys ja yritä uudelleen.',
    unreachable: 'Palveluun ei saatu yhteyttä. Yritä hetken kuluttua uudelleen.',
    limited: 'Yrityksiä on ollut liikaa. Odota hetki ja yritä uudelleen.',
    refused: 'Palvelu ei voinut käsitellä kirjautumista. Yritä hetken kuluttua uudelleen.',
  },
};
export type SignIn = typeof messages;
