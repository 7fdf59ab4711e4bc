import type { JSX } from "preact";
import type { DateSpanFragment } from "../../graph/types.ts";
import type { Scale } from "./scale.ts";

export interface Span {
  readonly date: DateSpanFragment;
  readonly kind: "baseline" | "due" | "met";
}

interface TrackProps {
  readonly scale: Scale;
  readonly spans: readonly Span[];
  /** A day to mark. */
  readonly now: string;
}

/**
 * One row of a timeline. A date that is not exact is drawn as long as what it can mean, with soft ends; one day as a mark. It says
 * nothing that does not stand in words beside it, and so is not read out.
 */
export function Track({ scale, spans, now }: TrackProps): JSX.Element {
  return (
    <div class="wm-track" aria-hidden="true">
      {scale.ticks.map(({ place }) => <span key={place} class="wm-track__tick" style={{ left: `${place}%` }} />)}
      {scale.holds(now) && <span class="wm-track__now" style={{ left: `${scale.place(now)}%` }} />}
      {spans.map(({ date, kind }) => <Bar key={kind} scale={scale} date={date} kind={kind} />)}
    </div>
  );
}

function Bar({ scale, date: { earliest, latest, precision }, kind }: Span & { readonly scale: Scale }): JSX.Element | null {
  const [from, to] = [earliest ?? latest, latest ?? earliest];
  if (from === null || to === null) return null;
  const left = scale.place(from);
  const isDay = precision === "DAY";
  return <span class={`wm-track__bar wm-track__bar--${kind} ${isDay ? "wm-track__bar--day" : "wm-track__bar--soft"}`} style={isDay ? { left: `${left}%` } : { left: `${left}%`, width: `${scale.placeAfter(to) - left}%` }} />;
}

/** The years and months above the rows. */
export function Axis({ scale }: { readonly scale: Scale }): JSX.Element {
  return (
    <div class="wm-axis" aria-hidden="true">
      {scale.ticks.map(({ place, name }) => <span key={place} class="wm-axis__tick" style={{ left: `${place}%` }}>{name}</span>)}
    </div>
  );
}

/** What the marks mean. */
export function Key(): JSX.Element {
  return (
    <ul class="wm-key" aria-hidden="true">
      <li><span class="wm-key__mark wm-track__bar--baseline" /> First planned</li>
      <li><span class="wm-key__mark wm-track__bar--due" /> Due now</li>
      <li><span class="wm-key__mark wm-track__bar--met" /> Met</li>
      <li><span class="wm-key__mark wm-track__bar--due wm-track__bar--soft" /> Soft ends: not an exact date</li>
    </ul>
  );
}
