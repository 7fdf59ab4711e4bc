import type { JSX } from "preact";
import { useMemo, useState } from "preact/hooks";
import { ErrorSummary } from "../form/error-summary.tsx";
import { FileInput } from "../form/file-input.tsx";
import type { FieldError, Form } from "../form/form.ts";
import { Radios } from "../form/radios.tsx";
import { TextField } from "../form/text-field.tsx";
import type { Sheet } from "./send.ts";

interface ChoiceProps {
  readonly table: string;
  readonly isSending: boolean;
  readonly attempt: (sheet: Sheet) => void;
  /** Called when another file is chosen, or something else is said of it: what was tried says nothing of that. */
  readonly onChange: () => void;
}

const NO_FILE: FieldError = { name: "file", message: "Choose a file first." };
const GONE: FieldError = { name: "file", message: "This file can no longer be read. Choose it again." };

/** Which file is brought in, and how it is to be read. */
export function Choice({ table, isSending, attempt, onChange }: ChoiceProps): JSX.Element {
  const [file, setFile] = useState<File | null>(null);
  const [values, setValues] = useState<Readonly<Record<string, string>>>({});
  const [wrong, setWrong] = useState<FieldError | null>(null);
  const errors = useMemo(() => (wrong === null ? [] : [wrong]), [wrong]);
  const value = (name: string): string => values[name] ?? "";
  const form: Form = {
    value,
    set: (name, text) => { setValues({ ...values, [name]: text }); onChange(); },
    error: (name) => (wrong?.name === name ? wrong.message : undefined),
  };
  const trial = async (): Promise<void> => {
    const bytes = await file?.arrayBuffer().catch(() => null);
    setWrong(bytes === undefined ? NO_FILE : bytes === null ? GONE : null);
    if (file === null || bytes === undefined || bytes === null) return;
    attempt({ table, bytes, isNdjson: file.name.endsWith(".ndjson"), asked: { list: value("list").trim(), days: value("days"), reason: value("reason").trim() } });
  };
  return (
    <form class="wm-form" noValidate onSubmit={(event) => { event.preventDefault(); void trial(); }}>
      <ErrorSummary errors={errors} />
      <fieldset class="wm-bare" disabled={isSending}>
        <FileInput form={form} name="file" label="Which file?" hint="CSV as a spreadsheet saves it, in UTF-8" accept=".csv,.ndjson,text/csv" onFile={(chosen) => { setFile(chosen); setWrong(null); onChange(); }} />
        <TextField form={form} name="list" label="What is your list called?" hint="Where it has a column reference: always the same name, so that rows are known again" />
        <Radios form={form} name="days" legend="How are days written in it?" options={[{ value: "", name: "As 5 July 2024 or 2024-07-05" }, { value: "dd/mm/yyyy", name: "As 05/07/2024, the day first", hint: "As spreadsheets in Britain save them" }]} />
        <TextField form={form} name="reason" label="Why is it brought in?" hint="Stays in the history; some changes have to have a reason" size="whole" />
        <div class="wm-buttons"><button class="nhsuk-button wm-button">Try it</button></div>
      </fieldset>
    </form>
  );
}
