import { details } from './account/details';
import { owndata } from './account/owndata';
import { security } from './account/security';
import { stepup } from './account/stepup';
import { users } from './account/users';
import type { Account } from '../fi/account';

export const messages: Account = { details, owndata, security, stepup, users };
