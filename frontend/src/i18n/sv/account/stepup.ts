import type { StepUp } from '../../fi/account/stepup';

export const stepup: StepUp = {
  title: 'Bekräfta att det är du',
  why: 'Ändringen påverkar säkerheten, och det är över 10 minuter sedan du senast bekräftade vem du är.',
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
