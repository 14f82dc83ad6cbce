import type { StepUp } from '../../fi/account/stepup';

export const stepup: StepUp = {
  title: 'Confirm that it is you',
  why: 'This change affects security, and it is more than 10 minutes since you last confirmed who you are.',
  problem: 'Confirming did not succeed',
  password: 'Password',
  passwordMissing: 'Enter your password',
  confirm: 'Confirm',
  checking: 'Confirming…',
  or: 'or',
  passkey: 'Use a passkey',
  passkeyCancelled: 'The passkey was not used. Try again or choose another way.',
  bank: (service) => `Identify yourself: ${service}`,
  bankHint: 'After identifying yourself you come back to this page. What you have typed is kept, except for passwords.',
  cancel: 'Cancel',
};
