import type { SignIn } from '../fi/signin';

export const messages: SignIn = {
  title: 'Logga in',
  identifier: 'Användarnamn eller e-postadress',
  password: 'Lösenord',
  submit: 'Logga in',
  submitting: 'Loggar in…',
  problem: 'Inloggningen lyckades inte',
  or: 'eller',
  passkey: 'Logga in med en lösennyckel',
  passkeyCancelled: 'Ingen lösennyckel användes. Försök igen eller logga in på ett annat sätt.',
  forgottenPassword: 'Har du glömt lösenordet?',
  forgottenUserName: 'Har du glömt användarnamnet?',
  noAccount: 'Har du inget konto ännu?',
  register: 'Registrera dig',
  products: 'Se våra elavtal och priser',
  identifierMissing: 'Skriv användarnamnet eller e‑postadressen',
  passwordMissing: 'Skriv lösenordet',
};
