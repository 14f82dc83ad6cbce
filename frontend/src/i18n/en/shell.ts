import type { Shell } from '../fi/shell';

export const messages: Shell = {
  product: 'Omavirta',
  skip: 'Skip to content',
  home: 'Home',
  consumption: 'Consumption',
  mainNavigation: 'Main navigation',
  menu: (name) => `Your settings: ${name}`,
  details: 'My details',
  showing: (name) => `Showing: ${name}. Switch`,
  showWhose: 'Whose data should be shown?',
  customerKinds: { PERSON: 'My own contracts', COMPANY: 'Company' },
  usersOf: (company) => `Users: ${company}`,
  language: 'Language',
  languages: { fi: 'Suomi', sv: 'Svenska', en: 'English' },
  signOut: 'Log out',
  signOutFailed: 'Logging out did not succeed. Try again.',
  loading: 'Loading',
  retry: 'Try again',
  updated: (time) => `Updated ${time}`,
  failures: {
    offline: 'No network connection.',
    unreachable: 'The data could not be fetched just now.',
    limited: 'Too many requests. Wait a moment.',
    refused: 'The service could not give this data.',
  },
  lastKnown: 'Showing the last data received.',
  broken: {
    title: 'Something went wrong',
    text: 'The page could not be shown. Reload it; if the fault stays, tell customer service.',
    reload: 'Reload the page',
  },
  notFound: {
    title: 'Page not found',
    text: 'The address is wrong, or the page has been removed.',
    home: 'Go to the home page',
  },
};
