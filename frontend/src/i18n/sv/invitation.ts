import type { Invitation } from '../fi/invitation';

export const messages: Invitation = {
  title: 'Du har blivit inbjuden att sköta ett företags ärenden',
  text: 'När du godkänner inbjudan ser du företagets eluppgifter på ditt eget konto.',
  textOut: 'Logga först in, så kan du godkänna inbjudan. Efter det kommer du tillbaka hit.',
  asWhom: (name) => `Du godkänner inbjudan som ${name}.`,
  accept: 'Godkänn inbjudan',
  accepting: 'Godkänner…',
  problem: 'Inbjudan kunde inte godkännas',
  signIn: 'Logga in',
  noAccount: 'Har du inget konto ännu?',
  register: 'Registrera dig',
  acceptedTitle: 'Inbjudan är godkänd',
  acceptedText: (company) => `Du sköter nu också ärenden för ${company}. Högst upp på sidan väljer du vems uppgifter du ser.`,
  home: 'Gå till startsidan',
  overTitle: 'Inbjudan hittades inte',
  overText: 'En del av adressen saknas, eller så är inbjudan redan godkänd. Öppna länken på nytt från din e-post eller be företaget om en ny inbjudan.',
};
