/**
 * The header's parts for those who are signed in: whose data is shown, and the person's own menu.
 * A chunk of their own, so that sign-in does not wait for them.
 */
export { CustomerSwitch } from './customer-switch';
export { Menu } from './menu';
