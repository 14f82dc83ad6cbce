import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import { send } from '../../api/client';
import { ExportQuery, type ConsumptionFigures } from '../../api/consumption';
import { saveFile } from '../../app/csv-file';
import { bounds, resolutionOf, search, type Period, type Resolution } from '../../app/period';
import { language, messages } from '../../i18n';
import { csvName, csvOf } from './csv';

const FINER: Record<Resolution, readonly Resolution[]> = {
  MONTH: ['MONTH', 'DAY', 'HOUR', 'QUARTER_HOUR'],
  DAY: ['DAY', 'HOUR', 'QUARTER_HOUR'],
  HOUR: ['HOUR', 'QUARTER_HOUR'],
  QUARTER_HOUR: ['QUARTER_HOUR', 'HOUR'],
};

/** The period as a file: as it is shown, or finer. */
export function FileDownload(props: { id: string; gsrn: string; period: Period; figures: ConsumptionFigures }): JSX.Element {
  const t = messages('consumption');
  const { file } = t;
  const shown = resolutionOf(props.period);
  const [choice, setChoice] = useState<{ of: string; detail: Resolution } | null>(null);
  const [state, setState] = useState<'idle' | 'working' | 'failed'>('idle');
  const key = search(props.period);
  const detail = choice?.of === key ? choice.detail : shown;

  async function download(): Promise<void> {
    if (state === 'working') return;
    setState('working');
    try {
      const figures = detail === shown ? props.figures : await fetchFigures(props.id, props.period, detail);
      saveFile(csvOf(figures, language.value, t), csvName(props.gsrn, props.period, detail, t));
      setState('idle');
    } catch {
      setState('failed');
    }
  }

  return (
    <div class="file">
      <select class="control" aria-label={file.detail} value={detail} onChange={(event) => setChoice({ of: key, detail: event.currentTarget.value as Resolution })}>
        {FINER[shown].map((value) => (
          <option key={value} value={value}>
            {file.details[value]}
          </option>
        ))}
      </select>
      <button type="button" class="button button-quiet" aria-disabled={state === 'working'} onClick={() => void download()}>
        {state === 'working' ? file.working : file.download}
      </button>
      <span class="problem" role="status">
        {state === 'failed' ? file.failed : ''}
      </span>
    </div>
  );
}

async function fetchFigures(id: string, period: Period, resolution: Resolution): Promise<ConsumptionFigures> {
  const { node } = await send(ExportQuery, { id, ...bounds(period), resolution });
  if (!node || !('consumption' in node)) throw new Error('The metering point is gone.');
  return node.consumption;
}
