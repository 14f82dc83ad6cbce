import type { Recovery } from '../fi/recovery';

export const messages: Recovery = {
  title: 'Har du glömt lösenordet?',
  text: 'Skriv kontots e-postadress. Vi skickar en kod till den, och med koden kan du välja ett nytt lösenord.',
  sendCode: 'Skicka bekräftelsekoden',
  sending: 'Skickar…',
  linkHint: 'Om du inte når din e-post på den här enheten kan du beställa en länk i stället för en kod och öppna den senare.',
  sendLink: 'Skicka en länk till min e-post',
  forgottenUserName: 'Har du glömt användarnamnet?',
  back: 'Tillbaka till inloggningen',
  codeTitle: 'Skriv bekräftelsekoden',
  codeText: (email) =>
    `${email ? `Om ${email} har ett konto skickade vi en kod till adressen.` : 'Om din adress har ett konto skickade vi en kod till den.'} Håll den här sidan öppen: koden fungerar bara i den här webbläsaren.`,
  otherAddress: 'Byt adress',
  passwordTitle: 'Välj ett nytt lösenord',
  passwordText: 'Dina andra inloggningar avslutas när lösenordet byts.',
  startAgain: 'Börja om',
  linkTitle: 'Titta i din e‑post',
  linkText: 'Om adressen har ett konto skickade vi en länk till den. Länken fungerar en gång och gäller i 14 dagar.',
  nothingCame: 'Syns inget meddelande? Titta också i skräpposten, och kontrollera att adressen är den som ditt konto har.',
  linkOverTitle: 'Länken gäller inte längre',
  linkOverText: 'Länken har redan använts, den har gått ut eller så saknas en del av adressen. Be om en ny kod eller länk.',
  askAgain: 'Be om en ny',
  userName: {
    title: 'Har du glömt användarnamnet?',
    text: 'Skriv kontots e-postadress, så skickar vi ditt användarnamn till den. Du kan också logga in direkt med din e-postadress.',
    submit: 'Skicka användarnamnet',
    sentTitle: 'Titta i din e‑post',
    sentText: (email) => `Om ${email} har ett konto skickade vi ditt användarnamn till adressen.`,
  },
};
