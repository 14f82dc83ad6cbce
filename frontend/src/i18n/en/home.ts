import { pluralOf } from '../plural';
import type { Home } from '../fi/home';

const plural = pluralOf('en');

export const messages: Home = {
  title: 'Home',
  arrivals: {
    hadAccount: 'You had an account already, so we logged you in.',
    registered: 'Welcome! Your account is ready.',
    newPassword: 'Your password has been changed, and you are logged in.',
  },
  passkeyOffer: {
    title: 'Log in more easily next time',
    text: 'With a passkey you log in by fingerprint, face or the device’s PIN.',
    add: 'Add a passkey',
    decline: 'No, thanks',
  },
  greeting: (name) => `Hello, ${name}`,
  kinds: { PERSON: 'Your metering points', COMPANY: 'The company’s metering points' },
  point: 'Metering point',
  yesterday: 'Yesterday',
  yesterdayOn: (date) => `Yesterday ${date}`,
  inMonth: (month) => `in ${month}`,
  monthSoFar: (month) => `${month} so far`,
  month: (month) => month,
  until: (date) => `data to the end of ${date}`,
  untilTime: (date, time) => `data until ${date}, ${time}`,
  notYet: 'no data yet',
  unknown: 'no data',
  partly: 'part missing',
  estimate: 'includes estimates',
  neverDelivered: 'No consumption data yet. The distribution company usually delivers it the next day.',
  gaps: (days, month) =>
    plural(days, { one: `Data missing for # day in ${month}`, other: `Data missing for # days in ${month}` }),
  open: 'View consumption',
  openOf: (point) => `View consumption: ${point}`,
  daysOf: (month) => `Days, ${month}`,
  count: (points) => plural(points, { one: '# metering point', other: '# metering points' }),
  onlyFirst: (points) => `These are the first ${points} metering points. The API has them all.`,
  requestWaits: (company) => `Your request to act for ${company} is waiting for approval.`,
  requestWaitsWhy: 'The company’s administrator or our customer service approves it. We will tell you by e-mail.',
  noPoints: 'You have no metering points yet.',
  noPointsWhy: 'A metering point appears here when your electricity contract has been confirmed.',
};
