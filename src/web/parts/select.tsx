import type { JSX } from "preact";
import { useId } from "preact/hooks";

export interface SelectOption {
  readonly value: string;
  readonly name: string;
}

interface SelectProps {
  readonly label: string;
  readonly value: string;
  readonly options: readonly SelectOption[];
  readonly onChoose: (value: string) => void;
}

/** One of several, by its name. */
export function Select({ label, value, options, onChoose }: SelectProps): JSX.Element {
  const id = useId();
  return (
    <div class="wm-field">
      <label class="wm-field__label" for={id}>{label}</label>
      <select class="wm-field__control" id={id} value={value} onChange={({ currentTarget }) => { onChoose(currentTarget.value); }}>
        {options.map((option) => <option key={option.value} value={option.value}>{option.name}</option>)}
      </select>
    </div>
  );
}
