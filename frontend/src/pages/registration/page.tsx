import type { JSX } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import { Failure, send } from '../../api/client';
import { RegistrationQuery, type Registration, type Retailer } from '../../api/registration';
import { go, place } from '../../app/router';
import { REGISTRATION } from '../../app/routes';
import { carried } from '../../app/visit';
import type { Kept } from '../../components/form/form';
import { FailureNotice } from '../../components/notice';
import { PageSkeleton } from '../../components/skeleton';
import { language } from '../../i18n';
import { Code } from './code';
import { Company } from './company';
import { Details } from './details';
import { Found } from './found';
import { Identify } from './identify';
import { NotFound } from './not-found';
import { stepPath, STEPS, type StepProps } from './steps';

interface Known {
  readonly registration: Registration | null;
  readonly retailer: Retailer;
}

/** All of registration: what is shown follows from how far the server says it is, and from the step in the address. */
export function Page(): JSX.Element {
  const [known, setKnown] = useState<Known | null>(null);
  const [failure, setFailure] = useState<Failure | null>(null);
  const [asked, setAsked] = useState(0);
  const keptCompany = useRef<FormData | null>(null) satisfies Kept;
  const keptDetails = useRef<FormData | null>(null) satisfies Kept;
  const reload = () => setAsked((times) => times + 1);
  // The retailer's terms and opening hours come in the language in use.
  useEffect(() => {
    const abort = new AbortController();
    setFailure(null);
    send(RegistrationQuery, {}, abort.signal).then(setKnown, (error: unknown) => {
      if (!abort.signal.aborted) setFailure(error instanceof Failure ? error : new Failure('unreachable'));
    });
    return () => abort.abort();
  }, [asked, language.value]);

  if (!known) return failure ? <FailureNotice failure={failure} retry={reload} /> : <PageSkeleton />;
  const { registration, retailer } = known;
  const wanted = place.value.query.get('vaihe');
  if (!registration) return <Identify expired={wanted !== null} />;

  const props: StepProps = {
    registration,
    retailer,
    proceed: (next, step) => {
      setKnown({ registration: next, retailer });
      go(step ? stepPath(step) : REGISTRATION);
    },
    reload,
  };
  const hasSomething = registration.customers.length > 0 || registration.company !== null || carried('omavirta.invitation') !== null;
  if (wanted === STEPS.company || (!wanted && !registration.company && carried('omavirta.registers-for') === 'company')) {
    return <Company {...props} kept={keptCompany} />;
  }
  if (!hasSomething) return <NotFound {...props} />;
  if (registration.awaitsCode && (!wanted || wanted === STEPS.code)) return <Code {...props} />;
  return wanted ? <Details {...props} kept={keptDetails} /> : <Found {...props} />;
}
