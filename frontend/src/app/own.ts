/**
 * The shell's parts for those who are signed in: whose data is shown, the person's own menu, and what they may no longer see.
 * A chunk of their own, so that sign-in does not wait for them.
 */
export { CustomerSwitch } from './customer-switch';
export { Lost } from './lost';
export { Menu } from './menu';
