import type { JSX } from 'preact';
import { useEffect, useLayoutEffect, useMemo, useRef, useState } from 'preact/hooks';
import { barPath, barWidth, extentOf, labelsOf, shareAbove, spanOf, stepPath, verticalScale, type Extent } from './scale';

export type BarMark = 'solid' | 'estimate' | 'partial' | 'missing' | 'pending' | 'none';

export interface Bar {
  readonly value: number | null;
  readonly mark: BarMark;
  /** The year before; null draws nothing. */
  readonly previous: number | null;
  /** Under the bar, or null. */
  readonly label: string | null;
  /** Instead of `label` where a slot is too narrow for it. */
  readonly narrowLabel: string | null;
  /** A full sentence, for those who hear the chart. */
  readonly sentence: string;
}

/** A second thing over the same slots, on a scale of its own that shares the bars' zero: one value a slot, null where unknown. */
export interface Line {
  readonly values: readonly (number | null)[];
  readonly axisText: (value: number, top: number) => string;
}

interface Props {
  readonly bars: readonly Bar[];
  readonly line?: Line | null;
  readonly label: string;
  readonly hint: string;
  /** Heard while nothing is selected. */
  readonly summary: string;
  readonly selected: number | null;
  readonly onSelect: (index: number | null) => void;
  /** Enter, or a second tap on the selected bar; absent at the lowest level. */
  readonly onOpen: ((index: number) => void) | null;
  readonly axisText: (value: number, top: number) => string;
  readonly busy: boolean;
}

const TOP = 10;
const FOOT = 28;
const LEAST_GUTTER = 56;
/** The least from one label of the axes to the next under it. */
const LABEL_STEP = 15;

/**
 * Bars of one series with last year's tick over each, and perhaps a price as a stepped line, drawn at the element's own width, under one native slider.
 * The slider is how a keyboard, a screen reader, a mouse and a finger all choose a bar.
 */
export function BarChart({ bars, line = null, label, hint, summary, selected, onSelect, onOpen, axisText, busy }: Props): JSX.Element {
  const box = useRef<HTMLDivElement>(null);
  const input = useRef<HTMLInputElement>(null);
  const pointing = useRef(false);
  const selectedBefore = useRef<number | null>(null);
  const width = useWidth(box);
  const [hovered, setHovered] = useState<number | null>(null);
  useEffect(() => setHovered(null), [bars]);

  const height = width < 480 ? 232 : 296;
  const plotHeight = height - TOP - FOOT;
  const extents = useMemo(
    () => ({ bars: extentOf(bars.flatMap((bar) => [bar.value, bar.previous])), line: extentOf(line?.values ?? []) }),
    [bars, line],
  );
  // One zero for both.
  const above = shareAbove(line ? [extents.bars, extents.line] : [extents.bars]);
  const scaleOf = (extent: Extent) => verticalScale(above, spanOf(extent, above), plotHeight);
  const texts = apart([
    ...axisLabels('chart-axis', extents.bars, scaleOf(extents.bars), axisText),
    ...(line ? axisLabels('chart-axis chart-axis-line', extents.line, scaleOf(extents.line), line.axisText) : []),
  ]);
  const gutter = Math.max(LEAST_GUTTER, ...texts.map(({ text }) => 14 + text.length * 7));
  const plotWidth = Math.max(0, width - gutter);
  const slot = plotWidth / Math.max(1, bars.length);
  const y = scaleOf(extents.bars);
  // The same element until something in it changes: choosing a bar moves only the highlight.
  const marks = useMemo(() => <Marks bars={bars} slot={slot} y={y} />, [bars, slot, above, plotHeight]);
  const shown = hovered ?? selected;

  const indexAt = (event: { clientX: number; currentTarget: HTMLInputElement }) => {
    const x = event.clientX - event.currentTarget.getBoundingClientRect().left;
    return Math.max(0, Math.min(bars.length - 1, Math.floor((x / Math.max(1, plotWidth)) * bars.length)));
  };
  const select = (index: number | null) => {
    if (index !== selected) onSelect(index);
  };

  return (
    <div class="chart" ref={box} aria-busy={busy}>
      <svg class="chart-plot" width={width} height={height} viewBox={`0 0 ${Math.max(1, width)} ${height}`} aria-hidden="true">
        <defs>
          <pattern id="hatch" width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
            <rect class="hatch-line" width="3" height="6" />
          </pattern>
        </defs>
        {width > 0 && (
          <g transform={`translate(0 ${TOP})`}>
            {shown !== null && shown < bars.length && (
              <rect class="chart-active" x={shown * slot} y={-TOP + 2} width={slot} height={plotHeight + TOP - 2} rx={slot > 12 ? 4 : 0} />
            )}
            {[0, 1, 2, 3, ...(above < 1 ? [4] : [])].map((line) => (
              <line key={line} class="chart-line" x1="0" x2={plotWidth} y1={edge((plotHeight * line) / 4)} y2={edge((plotHeight * line) / 4)} />
            ))}
            <line class="chart-line chart-base" x1="0" x2={plotWidth} y1={edge(y(0))} y2={edge(y(0))} />
            {texts.map(({ name, text, at }) => (
              <text key={`${text}${name}`} class={name} x={width} text-anchor="end" y={at} dy="0.32em">
                {text}
              </text>
            ))}
            {marks}
            {line && <path class="chart-steps" d={stepPath(line.values, slot, scaleOf(extents.line))} />}
            {bars.map(
              (bar, index) =>
                bar.label !== null && (
                  <text key={index} class={index === shown ? 'chart-axis chart-axis-active' : 'chart-axis'} text-anchor="middle" x={slot * (index + 0.5)} y={plotHeight + 19}>
                    {slot < 40 ? (bar.narrowLabel ?? bar.label) : bar.label}
                  </text>
                ),
            )}
          </g>
        )}
      </svg>
      <input
        ref={input}
        class="chart-slider"
        type="range"
        min="0"
        max={Math.max(0, bars.length - 1)}
        step="1"
        value={selected ?? 0}
        aria-label={label}
        aria-valuetext={selected === null ? summary : (bars[selected]?.sentence ?? summary)}
        aria-describedby="chart-hint"
        style={{ width: `${plotWidth}px`, height: `${height}px` }}
        onInput={(event) => {
          const index = Number(event.currentTarget.value);
          // A pointer's place is told by the slots, not by the slider's own idea of its thumb.
          if (pointing.current) event.currentTarget.value = String(selected ?? 0);
          else select(index);
        }}
        onKeyDown={(event) => {
          if (event.key === 'Enter' && selected !== null && onOpen) {
            event.preventDefault();
            onOpen(selected);
          } else if (event.key === 'Escape' && selected !== null) {
            event.preventDefault();
            select(null);
          } else if (selected === null && event.key in FIRST_KEYS) {
            event.preventDefault();
            select(FIRST_KEYS[event.key] === 'first' ? 0 : bars.length - 1);
          }
        }}
        onPointerDown={(event) => {
          pointing.current = true;
          selectedBefore.current = selected;
          event.currentTarget.setPointerCapture(event.pointerId);
        }}
        onPointerMove={(event) => {
          if (event.pointerType === 'mouse' && event.buttons === 0) setHovered(indexAt(event));
          else if (pointing.current) {
            setHovered(null);
            select(indexAt(event));
          }
        }}
        onPointerUp={() => {
          pointing.current = false;
        }}
        onPointerCancel={() => {
          pointing.current = false;
        }}
        onPointerLeave={() => setHovered(null)}
        onClick={(event) => {
          if (event.detail === 0) return;
          const index = indexAt(event);
          event.currentTarget.value = String(index);
          // Only what was selected before this press is opened: a drag, or an unsteady hand, selects.
          if (index === selectedBefore.current && onOpen) onOpen(index);
          else select(index);
        }}
      />
      <p id="chart-hint" class="hidden">
        {hint}
      </p>
    </div>
  );
}

interface AxisLabel {
  readonly name: string;
  readonly text: string;
  /** Pixels from the top of the plot. */
  readonly at: number;
}

function axisLabels(name: string, extent: Extent, y: (value: number) => number, axisText: Props['axisText']): AxisLabel[] {
  return labelsOf(extent).map((value) => ({ name, text: axisText(value, value < 0 ? extent.down : extent.up), at: y(value) }));
}

/** From the top down, each far enough under the one before to be read. */
function apart(labels: readonly AxisLabel[]): AxisLabel[] {
  let least = -Infinity;
  return [...labels]
    .sort((one, other) => one.at - other.at)
    .map((label) => {
      const at = Math.max(label.at, least);
      least = at + LABEL_STEP;
      return { ...label, at };
    });
}

/** The keys that choose a first bar while none is chosen. */
const FIRST_KEYS: Record<string, 'first' | 'last'> = {
  ArrowRight: 'first',
  ArrowUp: 'first',
  Home: 'first',
  PageUp: 'first',
  ArrowLeft: 'last',
  ArrowDown: 'last',
  End: 'last',
  PageDown: 'last',
};

function Marks({ bars, slot, y }: { bars: readonly Bar[]; slot: number; y: (value: number) => number }): JSX.Element {
  const width = barWidth(slot);
  const zero = y(0);
  const marks = bars.map((bar, index) => {
    const x = slot * index + (slot - width) / 2;
    const parts: JSX.Element[] = [];
    if (bar.value !== null) {
      const className = bar.mark === 'estimate' ? 'bar bar-estimate' : bar.value < 0 ? 'bar bar-below' : 'bar';
      // A sum with a hole in it stands on the dashes of missing data.
      const foot = bar.mark === 'partial' && zero - y(bar.value) > 12 ? zero - 6 : zero;
      parts.push(<path class={className} d={barPath(x, width, y(bar.value), foot, 4)} />);
    }
    return <g key={index}>{parts}</g>;
  });
  const ticks = bars.map((bar, index) => {
    if (bar.previous === null) return null;
    const inset = slot > 8 ? slot * 0.06 : 0;
    const line = `M${slot * index + inset} ${y(bar.previous)}H${slot * (index + 1) - inset}`;
    return (
      <g key={index}>
        {bar.value !== null && slot > 6 && <path class="tick-halo" d={line} />}
        <path class="tick" d={line} />
      </g>
    );
  });
  return (
    <>
      {marks}
      <path class="bar-gap" d={missingRuns(bars).map(([from, to]) => `M${slot * from + 1} ${edge(zero - 3)}H${slot * to - 1}`).join('')} />
      {ticks}
    </>
  );
}

/** Neighbouring slots with something missing, as one stretch [from, to), so that the dashes run on. */
function missingRuns(bars: readonly Bar[]): [number, number][] {
  const runs: [number, number][] = [];
  bars.forEach((bar, index) => {
    if (bar.mark !== 'missing' && bar.mark !== 'partial') return;
    const last = runs.at(-1);
    if (last && last[1] === index) last[1] = index + 1;
    else runs.push([index, index + 1]);
  });
  return runs;
}

/**
 * The element's width in CSS pixels, kept current; 0 before the first layout. Taken over in the next frame: as the chart's height
 * follows from it, doing so while the observer reports would change what is observed.
 */
function useWidth(element: { current: HTMLElement | null }): number {
  const [width, setWidth] = useState(0);
  useLayoutEffect(() => {
    const target = element.current;
    if (!target) return;
    setWidth(target.clientWidth);
    let frame = 0;
    const observer = new ResizeObserver(() => {
      cancelAnimationFrame(frame);
      frame = requestAnimationFrame(() => setWidth(target.clientWidth));
    });
    observer.observe(target);
    return () => {
      observer.disconnect();
      cancelAnimationFrame(frame);
    };
  }, []);
  return width;
}

/** A half pixel, where a line one pixel wide is sharp. */
function edge(at: number): number {
  return Math.round(at) + 0.5;
}
