import type { JSX } from "preact";
import type { Form } from "../form/form.ts";
import { SelectField } from "../form/select-field.tsx";
import { TextArea } from "../form/text-area.tsx";
import { TextField } from "../form/text-field.tsx";
import { Card } from "../parts/card.tsx";
import { sayDay } from "../words/days.ts";
import { plainly } from "../words/word.ts";
import { newOnes } from "./plan-milestones.ts";
import { owners, riskActs, riskLevels } from "./plan-risks.ts";
import type { Read } from "./read.ts";

const levels = [{ value: "", name: "Nobody has judged it" }, ...riskLevels.map((value) => ({ value, name: plainly(value) }))];

/** How open risks and issues are judged now, and new ones. */
export function Risks({ form, read }: { readonly form: Form; readonly read: Read }): JSX.Element {
  const added = newOnes(form.value, "raise");
  return (
    <Card title="Risks and issues">
      {read.risks.nodes.length === 0 && <p class="wm-empty">No risk or issue of it is open.</p>}
      {read.risks.nodes.map((risk) => <One key={risk.id} form={form} risk={risk} />)}
      {added.map((index) => <New key={index} form={form} read={read} index={index} />)}
      <button type="button" class="nhsuk-button nhsuk-button--secondary wm-button" onClick={() => { form.set("raise.count", String(added.length + 1)); }}>Add a risk or an issue</button>
    </Card>
  );
}

function One({ form, risk: { id, title, riskKind, reviewedOn, reviewDue } }: { readonly form: Form; readonly risk: Read["risks"]["nodes"][number] }): JSX.Element {
  const name = (field: string): string => `risk.${id}.${field}`;
  const act = form.value(name("act"));
  return (
    <fieldset class="wm-group">
      <legend class="wm-group__title">{title}</legend>
      <p class="wm-small">{plainly(riskKind)}. {reviewedOn === null ? "Not looked at yet" : `Last looked at on ${sayDay(reviewedOn)}`}{reviewDue.status === "KNOWN" && `; to be looked at by ${reviewDue.plain}`}</p>
      <SelectField form={form} name={name("act")} label={<>What is new<span class="nhsuk-u-visually-hidden"> about {title}</span></>} options={riskActs} />
      {act === "judge" && <Judged form={form} name={name} isIssue={riskKind === "ISSUE"} />}
      {act === "close" && <p class="wm-small">Say how it ended at the end of this page, under “Reason”.</p>}
    </fieldset>
  );
}

function New({ form, read, index }: { readonly form: Form; readonly read: Read; readonly index: number }): JSX.Element {
  const name = (field: string): string => `raise.${index}.${field}`;
  return (
    <fieldset class="wm-group">
      <legend class="wm-group__title">New risk or issue {index + 1}</legend>
      <TextField form={form} name={name("title")} label="What is it?" size="whole" />
      <SelectField form={form} name={name("kind")} label="Has it happened?" options={[{ value: "RISK", name: "No: a risk" }, { value: "ISSUE", name: "Yes: an issue" }]} />
      <Judged form={form} name={name} isIssue={form.value(name("kind")) === "ISSUE"} />
      <SelectField form={form} name={name("owner")} label="Who answers for it?" options={owners(read)} />
    </fieldset>
  );
}

function Judged({ form, name, isIssue }: { readonly form: Form; readonly name: (field: string) => string; readonly isIssue: boolean }): JSX.Element {
  return (
    <>
      {!isIssue && <SelectField form={form} name={name("likelihood")} label="How likely is it?" options={levels} />}
      <SelectField form={form} name={name("impact")} label="How much does it matter?" options={levels} />
      <TextArea form={form} name={name("plan")} label="What is being done about it?" rows={2} />
    </>
  );
}
