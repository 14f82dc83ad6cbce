import type { Shell } from '../fi/shell';

export const messages: Shell = {
  product: 'Omavirta',
  skip: 'Gå till innehållet',
  home: 'Hem',
  consumption: 'Förbrukning',
  mainNavigation: 'Huvudmeny',
  menu: (name) => `Egna val: ${name}`,
  details: 'Mina uppgifter',
  showing: (name) => `Visas: ${name}. Byt`,
  showWhose: 'Vems uppgifter ska visas?',
  customerKinds: { PERSON: 'Egna avtal', COMPANY: 'Företag' },
  usersOf: (company) => `Användare: ${company}`,
  language: 'Språk',
  languages: { fi: 'Suomi', sv: 'Svenska', en: 'English' },
  signOut: 'Logga ut',
  signOutFailed: 'Utloggningen lyckades inte. Försök igen.',
  loading: 'Laddar',
  retry: 'Försök igen',
  updated: (time) => `Uppdaterad ${time}`,
  failures: {
    offline: 'Ingen nätverksanslutning.',
    unreachable: 'Uppgifterna kunde inte hämtas just nu.',
    limited: 'För många hämtningar. Vänta en stund.',
    refused: 'Tjänsten kunde inte ge de här uppgifterna.',
  },
  lastKnown: 'De senast hämtade uppgifterna visas.',
  broken: {
    title: 'Något gick fel',
    text: 'Sidan kunde inte visas. Ladda den på nytt; om felet kvarstår, kontakta kundtjänsten.',
    reload: 'Ladda sidan på nytt',
  },
  notFound: {
    title: 'Sidan hittades inte',
    text: 'Adressen är fel eller så har sidan tagits bort.',
    home: 'Gå till startsidan',
  },
};
