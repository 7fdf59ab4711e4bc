import type { JSX } from "preact";
import type { Form } from "../form/form.ts";
import { TextArea } from "../form/text-area.tsx";
import { TextField } from "../form/text-field.tsx";
import { Card } from "../parts/card.tsx";
import { Tag } from "../parts/tag.tsx";
import { criterionStatus } from "../words/more-words.ts";
import { wordFor } from "../words/word.ts";
import { openCriteria, type Read } from "./read.ts";

/** The evidence for what it takes to be ready. */
export function Criteria({ form, read }: { readonly form: Form; readonly read: Read }): JSX.Element | null {
  const open = openCriteria(read);
  if (open.length === 0) return null;
  return (
    <Card title="What it takes to be ready">
      {open.map(({ id, statement, criterionStatus: status, supplier }) => (
        <fieldset class="wm-group" key={id}>
          <legend class="wm-group__title">{statement}</legend>
          <p class="wm-small"><Tag word={wordFor(criterionStatus, status)} />{supplier !== null && ` To be supplied by ${supplier.name}`}</p>
          <TextArea form={form} name={`criterion.${id}.evidence`} label={<>Evidence<span class="nhsuk-u-visually-hidden"> that {statement}</span></>} hint="In short words. No details of patients." rows={2} />
          <TextField form={form} name={`criterion.${id}.link`} label="Where it can be read" hint="A link that begins with https://" size="whole" keys="url" />
        </fieldset>
      ))}
    </Card>
  );
}
