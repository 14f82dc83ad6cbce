import type { JSX } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import type { Journey, Obstacle } from '../app/identification';
import { messages } from '../i18n';

/**
 * Strong authentication, as one button that is there at once and leads to the bank. Where the retailer has several services,
 * pressing it shows a button for each in its place.
 */
export function IdentifyButton({ label, ...journey }: Journey & { readonly label?: string }): JSX.Element {
  const t = messages('form');
  const [working, setWorking] = useState(false);
  const [obstacle, setObstacle] = useState<Obstacle>({});
  useEffect(() => {
    // Back from the bank by the browser's Back button, the page is as it was left.
    const wake = () => setWorking(false);
    addEventListener('pageshow', wake);
    return () => removeEventListener('pageshow', wake);
  }, []);

  async function leave(service: string | null): Promise<void> {
    if (working) return;
    setWorking(true);
    try {
      const { depart } = await import('../app/identification');
      const found = await depart(journey, service);
      if (!found) return;
      setObstacle({ ...obstacle, ...found });
    } catch {
      setObstacle({ problem: t.failures.unreachable });
    }
    setWorking(false);
  }

  return (
    <div class="identify">
      {obstacle.services && <p>{t.chooseService}</p>}
      {(obstacle.services ?? [{ key: null, name: label ?? t.identify }]).map(({ key, name }, index) => (
        // The button that was pressed keeps the focus when it becomes the first of several.
        <button key={index} type="button" class="button button-wide" aria-disabled={working} onClick={() => void leave(key)}>
          {working && key === null ? t.identifying : name}
        </button>
      ))}
      {obstacle.problem && (
        <p class="problem" role="alert">
          {obstacle.problem}
        </p>
      )}
    </div>
  );
}
