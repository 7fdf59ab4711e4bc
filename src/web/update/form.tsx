import type { ComponentChildren, JSX } from "preact";
import { ErrorSummary } from "../form/error-summary.tsx";
import { SelectField } from "../form/select-field.tsx";
import { TextArea } from "../form/text-area.tsx";
import type { UpdateFormQuery } from "../graph/types.ts";
import { FoundAgain, WhatIsKept } from "../kept/notices.tsx";
import { Card } from "../parts/card.tsx";
import { ConflictPanel } from "./conflict-panel.tsx";
import { NotKnown, NotSaved, Saved } from "./notices.tsx";
import type { Read } from "./read.ts";
import type { Update } from "./use-update.ts";

interface UpdateFormProps {
  readonly update: Update;
  /** As it stands now. */
  readonly fresh: Read;
  readonly sources: UpdateFormQuery["sources"]["nodes"];
  readonly reasonHint: string;
  readonly children: ComponentChildren;
}

/** The form of an update: what came of saving it, what is asked, and on what it rests. */
export function UpdateForm({ update, fresh, sources, reasonHint, children }: UpdateFormProps): JSX.Element {
  const { form, read, standing, foundFrom, isKept, save, sendAgain, settle, adopt, startAnew } = update;
  if (standing.kind === "saved") return <Saved read={read} standing={standing} startAnew={startAnew} />;
  const isLocked = standing.kind === "unknown" || standing.kind === "sending";
  const begunElsewhere = read.nextStatusReport.openReport === null && !isLocked ? fresh.nextStatusReport.openReport : null;
  return (
    <form class="wm-form" noValidate onSubmit={(event) => { event.preventDefault(); if (!isLocked) save(); }}>
      {standing.kind === "refused" && standing.clashes.length > 0 && <ConflictPanel clashes={standing.clashes} read={read} settle={settle} />}
      <ErrorSummary errors={standing.kind === "refused" ? standing.errors : NO_ERRORS} />
      {standing.kind === "unknown" && <NotKnown isOffline={standing.isOffline} sendAgain={sendAgain} />}
      {standing.kind === "fault" && <NotSaved fault={standing.fault} />}
      {begunElsewhere !== null && (
        <div class="wm-found" role="status">
          <p>Somebody else has begun “{begunElsewhere.title}” since. <button type="button" class="wm-plain-button" onClick={() => { adopt(fresh); }}>Go on with that report</button>; what you typed stays.</p>
        </div>
      )}
      {foundFrom !== null && standing.kind === "writing" && <FoundAgain from={foundFrom} startAnew={startAnew} />}
      <WhatIsKept isKept={isKept} />
      {/* What was sent and may have arrived is not changed until that is known. */}
      <fieldset class="wm-bare" disabled={standing.kind === "unknown"}>
        {children}
        <Card title="Reason and source">
          <TextArea form={form} name="reason" label="Reason" hint={reasonHint} rows={2} />
          <SelectField form={form} name="source.id" label="What it rests on" hint="A document that is recorded here, if there is one" options={[{ value: "", name: "None" }, ...sources.map(({ id, title }) => ({ value: id, name: title }))]} />
        </Card>
        <div class="wm-buttons">
          <button class="nhsuk-button wm-button" aria-disabled={isLocked}>{standing.kind === "sending" ? "Saving…" : "Save this update"}</button>
        </div>
      </fieldset>
    </form>
  );
}

/** The same each time, so that nothing takes the focus anew. */
const NO_ERRORS: readonly never[] = [];
