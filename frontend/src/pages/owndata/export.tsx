import type { JSX } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { send } from '../../api/client';
import { DataExportRequestMutation, ExportQuery, type DataExport } from '../../api/own-data';
import { change } from '../../app/change';
import { addDays, marketToday } from '../../app/period';
import { Section } from '../../components/details/section';
import type { Editing } from '../../components/details/use-editing';
import { ErrorSummary } from '../../components/form/error-summary';
import { problemsOf, useForm } from '../../components/form/use-form';
import { messages } from '../../i18n';
import { format } from '../../i18n/format-in-use';

const NAME = 'export';
const ASK_EVERY_MS = 2000;
/** How long the server keeps an archive. */
const KEPT_DAYS = 7;

/** Everything that is kept of the person, in one archive. */
export function Export({ dataExport, editing }: { dataExport: DataExport | null; editing: Editing }): JSX.Element {
  const t = messages('owndata').export;
  const form = useForm('export-');
  const found = useProgress(dataExport);
  const underWay = isUnderWay(found);
  return (
    <Section name={NAME} title={t.title} lead={t.lead} editing={editing}>
      {found && (underWay ? <Progress dataExport={found} /> : found.failed ? <p class="problem">{t.failed}</p> : <Ready dataExport={found} />)}
      <ErrorSummary form={form} title={t.notStarted} />
      {!underWay && (
        <div class="section-more">
          <button
            type="button"
            class={found?.downloadUrl ? 'button button-quiet' : 'button'}
            aria-disabled={form.sending}
            onClick={() =>
              form.send(async () => {
                const payload = await change(DataExportRequestMutation, {});
                if (!payload || payload.userErrors.length) return problemsOf(payload?.userErrors ?? []);
                await editing.reload();
                editing.finish(t.started, NAME);
                return [];
              })
            }
          >
            {form.sending ? messages('details').working : found ? t.askAgain : t.ask}
          </button>
        </div>
      )}
    </Section>
  );
}

function Progress({ dataExport }: { dataExport: DataExport }): JSX.Element {
  const t = messages('owndata').export;
  const { stepsDone, stepsTotal } = dataExport;
  return (
    <div class="progress">
      <p id="export-progress">{t.underWay}</p>
      {/* Without a value it only shows that something goes on. */}
      <progress aria-labelledby="export-progress" max={stepsTotal || 1} {...(stepsTotal ? { value: stepsDone } : {})} />
      <p class="hint">
        {stepsTotal > 0 && `${t.steps(stepsDone, stepsTotal)} `}
        {t.mayLeave}
      </p>
    </div>
  );
}

function Ready({ dataExport }: { dataExport: DataExport }): JSX.Element {
  const t = messages('owndata').export;
  const f = format.value;
  const { downloadUrl, finishedAt, size } = dataExport;
  if (!downloadUrl || !finishedAt) return <p class="muted">{t.gone}</p>;
  const lastDay = addDays(marketToday(new Date(finishedAt)), KEPT_DAYS - 1);
  return (
    <div class="download">
      <a class="button" href={downloadUrl} download>
        {t.download(f.megabytes(size ?? 0))}
      </a>
      <p class="hint">{t.made(f.moment(new Date(finishedAt)), f.date(lastDay))}</p>
    </div>
  );
}

function isUnderWay(dataExport: DataExport | null): boolean {
  return dataExport !== null && !dataExport.finishedAt && !dataExport.failed;
}

/** The export as it is now: asked again every two seconds while it is being made and the page is to be seen. */
function useProgress(known: DataExport | null): DataExport | null {
  const [newer, setNewer] = useState<DataExport | null>(null);
  const current = newer && newer.id === known?.id ? newer : known;
  const underWay = isUnderWay(current);
  useEffect(() => {
    if (!underWay) return;
    const abort = new AbortController();
    const timer = setInterval(() => {
      if (document.visibilityState === 'hidden') return;
      send(ExportQuery, {}, abort.signal).then(
        ({ viewer }) => setNewer(viewer?.account.dataExport ?? null),
        // No answer this time: the next try is near.
        () => {},
      );
    }, ASK_EVERY_MS);
    return () => {
      clearInterval(timer);
      abort.abort();
    };
  }, [underWay, known?.id]);
  return current;
}
