import type { Form } from '../fi/form';

export const messages: Form = {
  errorPrefix: 'Error: ',
  problem: 'Check these points',
  show: 'Show',
  hide: 'Hide',
  showPassword: 'Show password',
  hidePassword: 'Hide password',
  shown: 'The password is visible',
  hidden: 'The password is hidden',
  identify: 'Identify with your bank or mobile certificate',
  identifying: 'Taking you to identification…',
  chooseService: 'Choose how to identify',
  noServices: 'Identification is not available just now. Try again later.',
  failures: {
    offline: 'There is no network connection. Check the connection and try again.',
    unreachable: 'The service could not be reached. Try again in a moment.',
    limited: 'There have been too many attempts. Wait a moment and try again.',
    refused: 'The service could not do this. Try again in a moment.',
  },
};
