import type { Identification } from '../fi/identification';

export const messages: Identification = {
  reasons: {
    cancelled: {
      title: 'Identification was interrupted',
      text: 'It was cancelled, or your bank or operator did not let it finish. Nothing has been changed.',
      next: 'You can try again or choose another way.',
    },
    expired: {
      title: 'Identification has expired',
      text: 'It took too long, went on in another browser, or the same page was opened twice.',
      next: 'Start again, and finish the identification in the same browser.',
    },
    noAnswer: {
      title: 'The identification service does not answer just now',
      text: 'The fault is with the bank, the operator or the identification broker.',
      next: 'Wait a moment and try again, or log in with your password.',
    },
    refused: {
      title: 'The identification could not be accepted',
      text: 'The answer of the identification service did not pass our checks, so we stopped for your safety. Nothing has been changed.',
      next: 'Try again. If it happens again, call customer service.',
    },
    otherPerson: {
      title: 'Someone else was identified',
      text: 'This account belongs to another person than the one who was just identified. Nothing has been changed.',
      next: 'Identify as yourself, or log out and into your own account.',
    },
    locked: {
      title: 'Your account is locked',
      text: 'There is no way into the account just now. This keeps your data safe.',
      next: 'Call customer service: we will look into it and open the account.',
    },
  },
  again: 'Try again',
  otherWay: 'Log in another way',
  toDetails: 'Back to my details',
  service: 'Call us',
};
