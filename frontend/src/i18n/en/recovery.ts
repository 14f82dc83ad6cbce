import type { Recovery } from '../fi/recovery';

export const messages: Recovery = {
  title: 'Forgotten your password?',
  text: 'Enter the e-mail address of your account. We will send a code to it, with which you can choose a new password.',
  sendCode: 'Send verification code',
  sending: 'Sending…',
  linkHint: 'If you cannot read your e-mail on this device, ask for a link instead of a code and open it later.',
  sendLink: 'Send a link to my e-mail',
  forgottenUserName: 'Forgotten your user name?',
  back: 'Back to log-in',
  codeTitle: 'Enter the verification code',
  codeText: (email) =>
    `${email ? `If ${email} has an account, we sent a code to it.` : 'If your address has an account, we sent a code to it.'} Keep this page open: the code works only in this browser.`,
  otherAddress: 'Change the address',
  passwordTitle: 'Choose a new password',
  passwordText: 'You will be logged out everywhere else when the password changes.',
  startAgain: 'Start again',
  linkTitle: 'Look in your e‑mail',
  linkText: 'If the address has an account, we sent a link to it. The link works once and is valid for 14 days.',
  nothingCame: 'No message? Look in the spam folder too, and check that the address is the one of your account.',
  linkOverTitle: 'The link is no longer valid',
  linkOverText: 'The link has been used, it has expired, or a part of the address is missing. Ask for a new code or link.',
  askAgain: 'Ask for a new one',
  userName: {
    title: 'Forgotten your user name?',
    text: 'Enter the e-mail address of your account, and we will send your user name to it. You can also log in with your e-mail address.',
    submit: 'Send user name',
    sentTitle: 'Look in your e‑mail',
    sentText: (email) => `If ${email} has an account, we sent your user name to it.`,
  },
};
