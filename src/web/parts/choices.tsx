import type { ComponentChildren, JSX } from "preact";
import { useId } from "preact/hooks";

interface ChoicesProps<Value extends string> {
  readonly legend: string;
  readonly options: readonly { readonly value: Value; readonly name: ComponentChildren }[];
  readonly chosen: readonly Value[];
  readonly onChoose: (chosen: readonly Value[]) => void;
}

/** Any number of several. None chosen is all. */
export function Choices<Value extends string>({ legend, options, chosen, onChoose }: ChoicesProps<Value>): JSX.Element {
  const id = useId();
  return (
    <fieldset class="wm-choices">
      <legend class="wm-field__label">{legend}</legend>
      <div class="wm-choices__options">
        {options.map(({ value, name }) => (
          <div class="wm-choices__option" key={value}>
            <input id={`${id}-${value}`} type="checkbox" checked={chosen.includes(value)} onChange={({ currentTarget: { checked } }) => { onChoose(checked ? [...chosen, value] : chosen.filter((other) => other !== value)); }} />
            <label for={`${id}-${value}`}>{name}</label>
          </div>
        ))}
      </div>
    </fieldset>
  );
}
