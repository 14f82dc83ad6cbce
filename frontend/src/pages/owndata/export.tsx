import type { JSX } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { send } from '../../api/client';
import { DataExportRequestMutation, ExportQuery, type DataExport } from '../../api/own-data';
import { change } from '../../app/change';
import { Section } from '../../components/details/section';
import type { Editing } from '../../components/details/use-editing';
import { ErrorSummary } from '../../components/form/error-summary';
import { problemsOf, useForm } from '../../components/form/use-form';
import { language, messages } from '../../i18n';
import { LOCALES } from '../../i18n/languages';
import { momentText } from '../../i18n/moments';

const NAME = 'export';
const ASK_EVERY_MS = 2000;
/** How long the server keeps an archive. */
const KEPT_MS = 7 * 24 * 60 * 60 * 1000;

/** Everything that is kept of the person, in one archive. */
export function Export({ dataExport, editing }: { dataExport: DataExport | null; editing: Editing }): JSX.Element {
  const t = messages('account').owndata.export;
  const form = useForm('export-');
  const found = useProgress(dataExport);
  const underWay = isUnderWay(found);
  const ready = found !== dataExport && found?.downloadUrl;
  return (
    <Section name={NAME} title={t.title} lead={t.lead} editing={editing} news={ready ? t.ready : undefined}>
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
            {form.sending ? messages('account').details.working : found ? t.askAgain : t.ask}
          </button>
        </div>
      )}
    </Section>
  );
}

function Progress({ dataExport }: { dataExport: DataExport }): JSX.Element {
  const t = messages('account').owndata.export;
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
  const t = messages('account').owndata.export;
  const { downloadUrl, finishedAt, size } = dataExport;
  if (!downloadUrl || !finishedAt) return <p class="muted">{t.gone}</p>;
  return (
    <div class="download">
      <a class="button" href={downloadUrl} download>
        {t.download(megabytes(size ?? 0))}
      </a>
      <p class="hint">{t.made(momentText(finishedAt), momentText(new Date(Date.parse(finishedAt) + KEPT_MS).toISOString()))}</p>
    </div>
  );
}

function megabytes(bytes: number): string {
  const format = new Intl.NumberFormat(LOCALES[language.value], { style: 'unit', unit: 'megabyte', maximumFractionDigits: 1 });
  return format.format(Math.max(bytes / 1e6, 0.1));
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
