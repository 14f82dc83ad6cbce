import type { Registration, Retailer } from '../../api/registration';
import type { UserError } from '../../api/session';
import { REGISTRATION } from '../../app/routes';

/** The steps that have an address, so that Back leads from one to another. */
export const STEPS = { company: 'yritys', details: 'tiedot', code: 'koodi' } as const;
export type Step = keyof typeof STEPS;

/** As they are counted to people: identify, what was found, details, code. */
export const STEP_COUNT = 4;

/** What the steps are given. */
export interface StepProps {
  readonly registration: Registration;
  readonly retailer: Retailer;
  /** Goes on to a step with what the server now says of the registration; to what has been found without one. */
  readonly proceed: (registration: Registration, step?: Step) => void;
  /** Asks the server anew where the registration stands. */
  readonly reload: () => void;
}

export function stepPath(step: Step): string {
  return `${REGISTRATION}?vaihe=${STEPS[step]}`;
}

/** Whether the server says that the registration is over: it was too old, or went on in another browser. */
export function isOver(userErrors: readonly Pick<UserError, 'code'>[]): boolean {
  return userErrors.some(({ code }) => code === 'EXPIRED');
}
