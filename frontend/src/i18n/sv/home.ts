import { pluralOf } from '../plural';
import type { Home } from '../fi/home';

const plural = pluralOf('sv');
const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);

export const messages: Home = {
  title: 'Hem',
  arrivals: {
    hadAccount: 'Du hade redan ett konto, så vi loggade in dig.',
    registered: 'Välkommen! Ditt konto är klart.',
    newPassword: 'Ditt lösenord är bytt, och du är inloggad.',
  },
  passkeyOffer: {
    title: 'Logga in enklare nästa gång',
    text: 'Med en lösennyckel loggar du in med fingeravtryck, ansikte eller enhetens PIN-kod.',
    add: 'Lägg till en lösennyckel',
    decline: 'Nej tack',
  },
  greeting: (name) => `Hej, ${name}`,
  kinds: { PERSON: 'Egna driftställen', COMPANY: 'Företagets driftställen' },
  point: 'Driftställe',
  yesterday: 'I går',
  yesterdayOn: (date) => `I går ${date}`,
  inMonth: (month) => `i ${month}`,
  monthSoFar: (month) => `${capital(month)} hittills`,
  month: (month) => capital(month),
  until: (date) => `uppgifter till slutet av ${date}`,
  untilTime: (date, time) => `uppgifter till ${date} kl. ${time}`,
  notYet: 'inga uppgifter ännu',
  unknown: 'uppgifter saknas',
  partly: 'en del saknas',
  estimate: 'innehåller uppskattningar',
  neverDelivered: 'Inga förbrukningsuppgifter ännu. Elnätsbolaget levererar dem vanligen nästa dag.',
  gaps: (days, month) =>
    plural(days, { one: `I ${month} saknas uppgifter för # dag`, other: `I ${month} saknas uppgifter för # dagar` }),
  open: 'Visa förbrukningen',
  openOf: (point) => `Visa förbrukningen: ${point}`,
  daysOf: (month) => `Dagar, ${month}`,
  count: (points) => plural(points, { one: '# driftställe', other: '# driftställen' }),
  onlyFirst: (points) => `Här visas de första ${points} driftställena. Alla får du ur gränssnittet (API).`,
  requestWaits: (company) => `Din begäran att sköta ärenden för ${company} väntar på godkännande.`,
  requestWaitsWhy: 'Den godkänns av företagets administratör eller vår kundtjänst. Vi meddelar beslutet per e-post.',
  noPoints: 'Du har inga driftställen ännu.',
  noPointsWhy: 'Driftstället syns här när ditt elavtal har bekräftats.',
};
