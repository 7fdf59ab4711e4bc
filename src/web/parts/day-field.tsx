import type { JSX } from "preact";
import { useId } from "preact/hooks";

interface DayFieldProps {
  readonly label: string;
  readonly value: string;
  readonly onChoose: (day: string) => void;
  /** The last day that can be chosen. */
  readonly max?: string;
}

/** One day. */
export function DayField({ label, value, onChoose, max = "2199-12-31" }: DayFieldProps): JSX.Element {
  const id = useId();
  return (
    <div class="wm-field">
      <label class="wm-field__label" for={id}>{label}</label>
      <input class="wm-field__control" id={id} type="date" min="1900-01-01" max={max} value={value} onChange={({ currentTarget }) => { onChoose(currentTarget.value); }} />
    </div>
  );
}
