import type { Sources } from '.';
import { messages as form } from './en/form';
import { messages as shell } from './en/shell';
import { messages as signin } from './en/signin';

export const catalogues: Sources = {
  shell,
  form,
  signin,
  credentials: () => import('./en/credentials'),
  registration: () => import('./en/registration'),
  recovery: () => import('./en/recovery'),
  identification: () => import('./en/identification'),
  invitation: () => import('./en/invitation'),
  home: () => import('./en/home'),
  consumption: () => import('./en/consumption'),
  comparison: () => import('./en/comparison'),
  contracts: () => import('./en/contracts'),
  account: () => import('./en/account'),
  billing: () => import('./en/billing'),
};
