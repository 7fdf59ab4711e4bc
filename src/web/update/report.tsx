import type { JSX } from "preact";
import { useState } from "preact/hooks";
import { Link } from "../address/link.tsx";
import type { Form } from "../form/form.ts";
import { Radios } from "../form/radios.tsx";
import { SelectField } from "../form/select-field.tsx";
import { TextArea } from "../form/text-area.tsx";
import { TextField } from "../form/text-field.tsx";
import { Card } from "../parts/card.tsx";
import { Tag } from "../parts/tag.tsx";
import { sayDay } from "../words/days.ts";
import { today } from "../words/today.ts";
import { ratingWord } from "../words/ratings.ts";
import { NOT_RATED, ratingField, rationaleField, ratings, sides } from "./judgements.ts";
import { canSubmit, isHandedIn, reportLists, reportToRevise, type Read } from "./read.ts";

/** What the published three-point scale says that its ratings mean, in short. */
const meanings: Readonly<Record<(typeof ratings)[number], string>> = {
  Green: "Very likely to succeed on time, cost and quality; nothing threatens it much",
  Amber: "Feasible, with significant problems that look solvable if dealt with soon",
  Red: "Looks unachievable; its problems do not look manageable now",
};

const choices = [
  { value: "submit", name: "Hand it in to the programme office" },
  { value: "draft", name: "Keep it as a draft", hint: "Colleagues who lead this, and the office, see it. Nobody else does." },
  { value: "none", name: "No report this time" },
];

const sideRatings = [{ value: NOT_RATED, name: "Nobody has judged it" }, ...ratings.map((value) => ({ value, name: value }))];

/** Time, cost and what else can be judged on its own: opened where something of it is. */
function Sides({ form, last }: { readonly form: Form; readonly last: Read["nextStatusReport"]["judgements"] }): JSX.Element {
  // Only at first: it does not close under the hands of whoever takes a rating back.
  const [isOpen] = useState(() => sides.some(({ dimension }) => form.value(ratingField(dimension)) !== NOT_RATED));
  return (
    <details class="wm-details" open={isOpen}>
      <summary>Judge time, cost, scope, benefits or risks on their own</summary>
      {sides.map(({ dimension, asked }) => {
        const before = last.find((judgement) => judgement.dimension === dimension);
        return (
          <fieldset key={dimension} class="wm-group">
            <legend class="wm-group__title">{asked}</legend>
            <SelectField form={form} name={ratingField(dimension)} label={<>Rating<span class="nhsuk-u-visually-hidden"> {asked}</span></>} hint={before === undefined ? undefined : `Last time: ${before.rating}`} options={sideRatings} />
            <TextField form={form} name={rationaleField(dimension)} label={<>Why?<span class="nhsuk-u-visually-hidden"> {asked}</span></>} size="whole" />
          </fieldset>
        );
      })}
    </details>
  );
}

/** The report of the month, which begins with what the last one said. */
export function Report({ form, read }: { readonly form: Form; readonly read: Read }): JSX.Element {
  const { lastReport, dueOn, judgements, openReport } = read.nextStatusReport;
  if (isHandedIn(read) && openReport !== null) {
    return <Card title="Status report"><p>“<Link to={`/reports/${openReport.id}`}>{openReport.title}</Link>” is handed in, and the office has it. The next one can be written once it is published or returned.</p></Card>;
  }
  const begun = reportToRevise(read);
  const last = judgements.find(({ dimension }) => dimension === "OVERALL");
  const isWritten = form.value("report.what") !== "none";
  return (
    <Card title="Status report" aside={dueOn === null ? undefined : `${dueOn < today() ? "Was due" : "Due"} by ${sayDay(dueOn)}`}>
      {begun !== null && <p>You go on with “{begun.title}”.{begun.returnReason !== null && <> The office returned it: <strong>{begun.returnReason}</strong></>}</p>}
      {begun === null && lastReport !== null && <p>It begins with what <Link to={`/reports/${lastReport.id}`}>{lastReport.title}</Link> said. Look at each part anew.</p>}
      <Radios form={form} name="report.what" legend="What happens with the report?" options={canSubmit(read) ? choices : choices.filter(({ value }) => value !== "submit")} />
      {isWritten && (
        <>
          <TextField form={form} name="report.period" label="Which time does it cover?" hint="Such as March 2027" />
          <Radios
            form={form} name="report.rating" legend="How confident are you that it will be delivered?"
            hint={last === undefined ? undefined : <>Last time: <Tag word={ratingWord(last.rating)} />{last.rationale !== null && ` ${last.rationale}`}</>}
            options={[...ratings.map((value) => ({ value, name: <strong>{value}</strong>, hint: meanings[value] })), { value: NOT_RATED, name: "Nobody has judged it" }]}
          />
          <TextArea form={form} name="report.rationale" label="Why?" rows={2} />
          <Sides form={form} last={judgements} />
          <TextArea form={form} name="report.narrative" label="Summary" hint="What a board should know, in a few sentences. No details of patients." rows={5} />
          {reportLists.map(({ name, title }) => <TextArea key={name} form={form} name={name} label={title} hint="One on each line" rows={3} />)}
        </>
      )}
    </Card>
  );
}
