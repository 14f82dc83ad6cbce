import type { Sources } from '.';
import { messages as form } from './fi/form';
import { messages as shell } from './fi/shell';
import { messages as signin } from './fi/signin';

export const catalogues: Sources = {
  shell,
  form,
  signin,
  credentials: () => import('./fi/credentials'),
  registration: () => import('./fi/registration'),
  recovery: () => import('./fi/recovery'),
  identification: () => import('./fi/identification'),
  invitation: () => import('./fi/invitation'),
  home: () => import('./fi/home'),
  consumption: () => import('./fi/consumption'),
  comparison: () => import('./fi/comparison'),
  contracts: () => import('./fi/contracts'),
  account: () => import('./fi/account'),
  billing: () => import('./fi/billing'),
};
