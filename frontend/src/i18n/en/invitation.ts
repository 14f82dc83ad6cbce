import type { Invitation } from '../fi/invitation';

export const messages: Invitation = {
  title: 'You have been invited to act for a company',
  text: 'When you accept the invitation, you see the company’s electricity data in your own account.',
  textOut: 'Log in first to accept the invitation. You will come back here.',
  asWhom: (name) => `You accept the invitation as ${name}.`,
  accept: 'Accept the invitation',
  accepting: 'Accepting…',
  problem: 'The invitation could not be accepted',
  signIn: 'Log in',
  noAccount: 'No account yet?',
  register: 'Register',
  acceptedTitle: 'The invitation is accepted',
  acceptedText: (company) => `You now act for ${company}, too. Choose at the top of the page whose data you see.`,
  home: 'Go to the home page',
  overTitle: 'No invitation found',
  overText: 'A part of the address is missing, or the invitation has been accepted already. Open the link in your e-mail again, or ask the company for a new invitation.',
};
