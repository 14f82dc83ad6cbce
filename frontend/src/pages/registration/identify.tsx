import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import { useHeadingFocus, useTitle } from '../../app/page';
import { REGISTRATION, SIGN_IN } from '../../app/routes';
import { carried, carry } from '../../app/visit';
import { Choice } from '../../components/choice';
import { Steps } from '../../components/form/steps';
import { IdentifyButton } from '../../components/identify-button';
import { messages } from '../../i18n';
import { STEP_COUNT } from './steps';

type For = 'person' | 'company';

/** Why one has to prove who one is, for whom one registers, and the way to the bank. */
export function Identify({ expired }: { expired: boolean }): JSX.Element {
  const t = messages('registration');
  const heading = useHeadingFocus('identify');
  const [registersFor, setRegistersFor] = useState<For>(carried('omavirta.registers-for') === 'company' ? 'company' : 'person');
  useTitle(t.title);
  function choose(choice: For): void {
    setRegistersFor(choice);
    carry('omavirta.registers-for', choice === 'company' ? choice : null);
  }
  return (
    <section class="form-page">
      <Steps now={1} of={STEP_COUNT} />
      <h1 ref={heading} tabIndex={-1}>
        {t.title}
      </h1>
      {expired && (
        <div class="notice" role="status">
          <p>{t.expired}</p>
        </div>
      )}
      <p>{t.why}</p>
      <div class="card form">
        <ol class="ways">
          {t.ways.map((way) => (
            <li key={way}>{way}</li>
          ))}
        </ol>
        <div>
          <Choice
            name="registers-for"
            label={t.forWhom}
            value={registersFor}
            options={[
              { value: 'person', text: t.forPerson },
              { value: 'company', text: t.forCompany },
            ]}
            onChoose={choose}
          />
          <p class="hint">{registersFor === 'company' ? t.forCompanyHint : t.forPersonHint}</p>
        </div>
        <IdentifyButton purpose="REGISTER" returnTo={REGISTRATION} />
      </div>
      <p>
        {t.haveAccount} <a href={SIGN_IN}>{t.signIn}</a>
      </p>
    </section>
  );
}
