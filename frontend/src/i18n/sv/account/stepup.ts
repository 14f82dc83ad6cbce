import type { StepUp } from '../../fi/account/stepup';

export const stepup: StepUp = {
  title: 'Bekräfta att det är du',
  why: 'Vi skyddar ditt konto: ändringen görs först när du har bekräftat vem du är under de senaste 10 minuterna.',
  problem: 'Bekräftelsen lyckades inte',
  password: 'Lösenord',
  passwordMissing: 'Skriv lösenordet',
  confirm: 'Bekräfta',
  checking: 'Bekräftar…',
  or: 'eller',
  passkey: 'Använd en lösennyckel',
  passkeyCancelled: 'Lösennyckeln användes inte. Försök igen eller välj ett annat sätt.',
  bank: (service) => `Identifiera dig: ${service}`,
  bankHint: 'Efter identifieringen kommer du tillbaka till den här sidan. Det du har skrivit finns kvar, utom lösenord.',
  cancel: 'Avbryt',
};
