import type { SignIn } from '../fi/signin';

export const messages: SignIn = {
  title: 'Logga in',
  identifier: 'Användarnamn eller e-postadress',
  password: 'Lösenord',
  show: 'Visa',
  hide: 'Dölj',
  showPassword: 'Visa lösenordet',
  hidePassword: 'Dölj lösenordet',
  shown: 'Lösenordet visas',
  hidden: 'Lösenordet är dolt',
  submit: 'Logga in',
  submitting: 'Loggar in…',
  problem: 'Inloggningen lyckades inte',
  errorPrefix: 'Fel: ',
  identifierMissing: 'Skriv användarnamnet eller e-postadressen',
  passwordMissing: 'Skriv lösenordet',
  failures: {
    offline: 'Ingen nätverksanslutning. Kontrollera anslutningen och försök igen.',
    unreachable: 'Tjänsten kunde inte nås. Försök igen om en stund.',
    limited: 'För många försök. Vänta en stund och försök igen.',
    refused: 'Tjänsten kunde inte behandla inloggningen. Försök igen om en stund.',
  },
};
