import type { JSX } from "preact";
import { SelectField } from "../form/select-field.tsx";
import { TextField } from "../form/text-field.tsx";
import type { Form } from "../form/form.ts";
import { Card } from "../parts/card.tsx";
import { Tag } from "../parts/tag.tsx";
import { timings } from "../words/timing.ts";
import { plainly, wordFor } from "../words/word.ts";
import { milestoneActs, milestoneTypes, newOnes } from "./plan-milestones.ts";
import { openMilestones, type Read } from "./read.ts";

interface MilestonesProps {
  readonly form: Form;
  readonly read: Read;
  /** The workstream as it stands by now. */
  readonly fresh: Read;
}

/** What there is to say of each milestone that is still open, and new ones. */
export function Milestones({ form, read, fresh }: MilestonesProps): JSX.Element {
  const open = openMilestones(read);
  const added = newOnes(form.value, "plan");
  return (
    <Card title="Milestones">
      {open.length === 0 && <p class="wm-empty">No milestone of it is open.</p>}
      {open.map((milestone) => <One key={milestone.id} form={form} milestone={milestone} now={fresh.milestones.nodes.find(({ id, version }) => id === milestone.id && version > milestone.version)} />)}
      {added.map((index) => <New key={index} form={form} index={index} />)}
      <button type="button" class="nhsuk-button nhsuk-button--secondary wm-button" onClick={() => { form.set("plan.count", String(added.length + 1)); }}>Add a milestone</button>
    </Card>
  );
}

type Milestone = Read["milestones"]["nodes"][number];

interface OneProps {
  readonly form: Form;
  readonly milestone: Milestone;
  /** How it stands by now, where somebody has changed it since. */
  readonly now: Milestone | undefined;
}

function One({ form, milestone: { id, title, timing, forecast, baseline }, now }: OneProps): JSX.Element {
  const name = (field: string): string => `milestone.${id}.${field}`;
  const act = form.value(name("act"));
  const due = forecast.status === "KNOWN" ? forecast.plain : baseline.plain;
  return (
    <fieldset class="wm-group">
      <legend class="wm-group__title">{title}</legend>
      <p class="wm-small"><Tag word={wordFor(timings, timing)} /> Due {due}{forecast.status === "KNOWN" && forecast.plain !== baseline.plain && baseline.status === "KNOWN" && `, first planned for ${baseline.plain}`}</p>
      {now !== undefined && <p class="wm-found">Somebody has changed it since you began: <Tag word={wordFor(timings, now.timing)} /> {now.actual.status === "KNOWN" ? `reached ${now.actual.plain}` : `expected ${now.forecast.plain}`}</p>}
      <SelectField form={form} name={name("act")} label={<>What is new<span class="nhsuk-u-visually-hidden"> about {title}</span></>} options={milestoneActs} />
      {act === "reforecast" && <TextField form={form} name={name("forecast")} label="When is it expected now?" hint="As exactly as you know: 14 March 2027, March 2027, April to May 2027, or unknown" />}
      {(act === "meet" || act === "partlyMeet") && <TextField form={form} name={name("actual")} label="When was it reached?" hint="A day or a month: 14 March 2027, March 2027" />}
      {act === "cancel" && <p class="wm-small">Say why at the end of this page, under “Reason”.</p>}
    </fieldset>
  );
}

function New({ form, index }: { readonly form: Form; readonly index: number }): JSX.Element {
  const name = (field: string): string => `plan.${index}.${field}`;
  return (
    <fieldset class="wm-group">
      <legend class="wm-group__title">New milestone {index + 1}</legend>
      <TextField form={form} name={name("title")} label="What is to be reached?" size="whole" />
      <SelectField form={form} name={name("type")} label="What sort of thing is it?" options={milestoneTypes.map((value) => ({ value, name: plainly(value) }))} />
      <TextField form={form} name={name("due")} label="By when?" hint="The date that is committed to: 14 March 2027, March 2027" />
    </fieldset>
  );
}
