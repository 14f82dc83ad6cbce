export const stepup = {
  title: 'Vahvista, että se olet sinä',
  why: 'Muutos vaikuttaa tietoturvaan, ja edellisestä vahvistuksesta on yli 10 minuuttia.',
  problem: 'Vahvistaminen ei onnistunut',
  password: 'Salasana',
  passwordMissing: 'Kirjoita salasana',
  confirm: 'Vahvista',
  checking: 'Vahvistetaan…',
  or: 'tai',
  passkey: 'Käytä pääsyavainta',
  passkeyCancelled: 'Pääsyavainta ei käytetty. Yritä uudelleen tai valitse toinen tapa.',
  bank: (service: string) => `Tunnistaudu: ${service}`,
  bankHint: 'Tunnistautumisen jälkeen palaat tälle sivulle. Kirjoittamasi säilyy, salasanoja lukuun ottamatta.',
  cancel: 'Peruuta',
};
export type StepUp = typeof stepup;
