import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import { PasskeyOfferQuery } from '../../api/home';
import { useQuery } from '../../api/query';
import { passkeysWork } from '../../app/passkeys';
import { recall, remember } from '../../app/preferences';
import { SECURITY } from '../../app/routes';
import { messages } from '../../i18n';

/** To one who has come through strong authentication and has no passkey. Once declined, never again on this device. */
export function PasskeyOffer(): JSX.Element | null {
  const [declined, setDeclined] = useState(() => recall('omavirta.passkey-offer') !== null);
  return declined || !passkeysWork() ? null : (
    <Offer
      onDecline={() => {
        remember('omavirta.passkey-offer', 'declined');
        setDeclined(true);
      }}
    />
  );
}

function Offer({ onDecline }: { onDecline: () => void }): JSX.Element | null {
  const t = messages('home').passkeyOffer;
  const account = useQuery(PasskeyOfferQuery, {}).data?.viewer?.account;
  const identified = account?.sessions.some((session) => session.current && session.identifiedAt);
  if (!identified || account?.passkeys.length) return null;
  return (
    <aside class="offer card" aria-labelledby="passkey-offer">
      <div>
        <h2 id="passkey-offer">{t.title}</h2>
        <p class="muted">{t.text}</p>
      </div>
      <div class="row-actions">
        <a class="button button-quiet" href={SECURITY}>
          {t.add}
        </a>
        <button type="button" class="button button-quiet" onClick={onDecline}>
          {t.decline}
        </button>
      </div>
    </aside>
  );
}
