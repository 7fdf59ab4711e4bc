import type { JSX } from "preact";
import type { Form } from "../form/form.ts";
import { TextField } from "../form/text-field.tsx";
import { Card } from "../parts/card.tsx";
import type { Read } from "./read.ts";

/** What was counted since. */
export function Measures({ form, read: { measures } }: { readonly form: Form; readonly read: Read }): JSX.Element | null {
  if (measures.nodes.length === 0) return null;
  return (
    <Card title="Measures">
      {measures.nodes.map(({ id, title, unit, target, latestActual }) => (
        <fieldset class="wm-group" key={id}>
          <legend class="wm-group__title">{title}</legend>
          <p class="wm-small">
            {latestActual === null ? "Not counted yet" : `Last: ${latestActual.value.plain}, ${latestActual.asAt.status === "KNOWN" ? `as at ${latestActual.asAt.plain}` : latestActual.period.plain}`}
            {target.status === "KNOWN" && `; the target is ${target.plain}`}
          </p>
          <TextField form={form} name={`measure.${id}.value`} label={<>How many {unit.toLowerCase().replaceAll("_", " ")}?<span class="nhsuk-u-visually-hidden"> {title}</span></>} hint="42, over 40, about 40. Leave it empty where nobody counted." />
          {form.value(`measure.${id}.value`).trim() !== "" && (
            <>
              <TextField form={form} name={`measure.${id}.asAt`} label="As at which day?" />
              <TextField form={form} name={`measure.${id}.note`} label="What has to be known to read it" hint="If anything" size="whole" />
            </>
          )}
        </fieldset>
      ))}
    </Card>
  );
}
