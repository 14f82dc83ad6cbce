/** My details, a company's users and the step-up dialog: one catalogue in parts, since small texts compress better together. */
import { details } from './account/details';
import { owndata } from './account/owndata';
import { security } from './account/security';
import { stepup } from './account/stepup';
import { users } from './account/users';

export const messages = { details, owndata, security, stepup, users };
export type Account = typeof messages;
