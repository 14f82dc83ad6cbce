import type { StepUp } from '../../fi/account/stepup';

export const stepup: StepUp = {
  title: 'Confirm that it is you',
  why: 'We protect your account: this change is made only when you have confirmed who you are within the last 10 minutes.',
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
