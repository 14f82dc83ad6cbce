import type { Sources } from '.';
import { messages as form } from './sv/form';
import { messages as shell } from './sv/shell';
import { messages as signin } from './sv/signin';

export const catalogues: Sources = {
  shell,
  form,
  signin,
  credentials: () => import('./sv/credentials'),
  registration: () => import('./sv/registration'),
  recovery: () => import('./sv/recovery'),
  identification: () => import('./sv/identification'),
  invitation: () => import('./sv/invitation'),
  home: () => import('./sv/home'),
  consumption: () => import('./sv/consumption'),
  comparison: () => import('./sv/comparison'),
  contracts: () => import('./sv/contracts'),
  account: () => import('./sv/account'),
  billing: () => import('./sv/billing'),
};
