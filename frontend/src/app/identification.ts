/** Leaving for the bank. Loaded when somebody wants to. */
import { Failure, send } from '../api/client';
import { IdentificationStartMutation, ServicesQuery, type IdentificationPurpose, type IdentificationService } from '../api/identification';
import { messages } from '../i18n';
import { remember } from './preferences';

export interface Journey {
  readonly purpose: IdentificationPurpose;
  /** A path of this app to come back to. */
  readonly returnTo: string;
}

/** Why nobody has left yet: there are several services to choose from, or a problem, in the language in use. */
export interface Obstacle {
  readonly services?: readonly IdentificationService[];
  readonly problem?: string;
}

/** Leaves for a service, or for the only one there is; null when the browser is on its way. */
export async function depart(journey: Journey, service: string | null): Promise<Obstacle | null> {
  const t = messages('form');
  try {
    if (service === null) {
      const services = (await send(ServicesQuery, {})).retailer.identificationServices;
      const [first, second] = services;
      if (!first) return { problem: t.noServices };
      if (second) return { services };
      return await start(first.key, journey);
    }
    return await start(service, journey);
  } catch (error) {
    if (error instanceof Failure) return { problem: t.failures[error.kind] };
    throw error;
  }
}

async function start(service: string, journey: Journey): Promise<Obstacle | null> {
  const { identificationStart } = await send(IdentificationStartMutation, { input: { service, ...journey } });
  const { authorizationUrl, userErrors } = identificationStart;
  if (!authorizationUrl) return { problem: userErrors[0]?.message ?? messages('form').failures.refused };
  // Who comes back is probably signed in: the page they return to need not send them to sign in first.
  remember('omavirta.signed-in', 'yes');
  location.assign(authorizationUrl);
  return null;
}
