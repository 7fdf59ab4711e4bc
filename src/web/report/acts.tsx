import type { JSX } from "preact";
import { useEffect } from "preact/hooks";
import { ActNotice } from "../acts/act-notice.tsx";
import { asForm } from "../acts/as-form.ts";
import { useAct, type Act } from "../acts/use-act.ts";
import { Link } from "../address/link.tsx";
import { TextArea } from "../form/text-area.tsx";
import type { Act as ActName, ActAnswerFragment, ReturnStatusReportMutationVariables, StatusReportQuery } from "../graph/types.ts";
import { useTyped } from "../kept/use-typed.ts";
import { Card } from "../parts/card.tsx";
import { usePerson } from "../session/person.ts";
import { PublishStatusReport, ReturnStatusReport, SubmitStatusReport } from "./acts.graphql.ts";

type Report = NonNullable<StatusReportQuery["statusReport"]>;

/** What the reader may do with a report next: hand it in, or publish or return what was handed in. Nothing, for most readers. */
export function ReportActs({ report }: { readonly report: Report }): JSX.Element | null {
  const submit = useAct(SubmitStatusReport, report.id, (answer) => answer.submitStatusReport);
  const publish = useAct(PublishStatusReport, report.id, (answer) => answer.publishStatusReport);
  const returning = useAct(ReturnStatusReport, report.id, (answer) => answer.returnStatusReport);
  const may = (act: ActName): boolean => report.viewerCan.some((can) => can.act === act && can.allowed);
  const seen = { id: report.id, expectedVersion: report.version };
  const isOpen = report.status === "DRAFT" || report.status === "RETURNED";
  return (
    <>
      <ActNotice state={submit.state} sendAgain={submit.sendAgain} done="The report is handed in. The programme office has it." />
      <ActNotice state={publish.state} sendAgain={publish.sendAgain} done="The report is published. From now on it never changes." />
      <ActNotice state={returning.state} sendAgain={returning.sendAgain} done="The report is returned to its authors, with your words." />
      {isOpen && may("STATUS_REPORT_SUBMIT") && (
        <Card title="It is not handed in yet">
          {may("STATUS_REPORT_REVISE") && <p><Link to={writingPath(report)}>Go on writing</Link>, or hand it in as it stands.</p>}
          <div class="wm-buttons"><button type="button" class="nhsuk-button wm-button" onClick={() => { submit.act({ statusReport: seen }); }}>Hand it in to the programme office</button></div>
        </Card>
      )}
      {report.status === "SUBMITTED" && may("STATUS_REPORT_PUBLISH") && (
        <Card title="Publish or return it">
          <p>Once it is published, everybody who sees what it is on sees it too, and it never changes: a correction is a new report.</p>
          <div class="wm-buttons"><button type="button" class="nhsuk-button wm-button" onClick={() => { publish.act({ statusReport: seen }); }}>Publish it</button></div>
          {may("STATUS_REPORT_RETURN") && <Return returning={returning} seen={seen} />}
        </Card>
      )}
    </>
  );
}

/** Where a report is written. */
function writingPath({ workstream, programme, healthIntegrationTeam: team }: Report): string {
  if (workstream !== null) return `/workstreams/${workstream.id}/update`;
  return programme === null ? `/teams/${team?.id ?? ""}/report` : `/programmes/${programme.id}/report`;
}

interface ReturnProps {
  readonly returning: Act<ReturnStatusReportMutationVariables, Pick<ActAnswerFragment, "isRepeat">>;
  readonly seen: { readonly id: string; readonly expectedVersion: number };
}

function Return({ returning: { state, act }, seen }: ReturnProps): JSX.Element {
  const { values, set, clear } = useTyped(usePerson(), `return:${seen.id}`);
  useEffect(() => { if (state.kind === "done") clear(); }, [state, clear]);
  const form = asForm(values, set, state, ([first]) => (first === "reason" ? "reason" : null));
  return (
    <form class="wm-form wm-aside-form" noValidate onSubmit={(event) => { event.preventDefault(); act({ statusReport: seen, reason: form.value("reason") }); }}>
      <TextArea form={form} name="reason" label="What is to be reworked" hint="Its authors read this, and nobody else does." rows={2} />
      <button class="nhsuk-button nhsuk-button--secondary wm-button">Return it</button>
    </form>
  );
}
