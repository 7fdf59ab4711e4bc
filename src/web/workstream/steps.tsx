import type { JSX } from "preact";
import { ActNotice } from "../acts/act-notice.tsx";
import { useAct } from "../acts/use-act.ts";
import { Link } from "../address/link.tsx";
import type { Act } from "../graph/types.ts";
import { Card } from "../parts/card.tsx";
import { stepsFrom, type WorkstreamStep } from "../words/workstream-steps.ts";
import { PauseWorkstream, ReportWorkstreamReady, ResumeWorkstream, StartWorkstream } from "./acts.graphql.ts";
import type { Acts } from "./use-acts.ts";

const names: Readonly<Record<WorkstreamStep, { readonly act: Act; readonly button: string }>> = {
  start: { act: "WORKSTREAM_START", button: "Start it" },
  ready: { act: "WORKSTREAM_REPORT_READY", button: "Report it ready" },
  pause: { act: "WORKSTREAM_PAUSE", button: "Pause it" },
  resume: { act: "WORKSTREAM_RESUME", button: "Resume it" },
};

/** What whoever leads a workstream can do with it next. Nothing, for everybody else. */
export function Steps({ acts: { id, version, status, viewerCan } }: { readonly acts: Acts }): JSX.Element | null {
  const acts = {
    start: useAct(StartWorkstream, id, (answer) => answer.startWorkstream),
    ready: useAct(ReportWorkstreamReady, id, (answer) => answer.reportWorkstreamReady),
    pause: useAct(PauseWorkstream, id, (answer) => answer.pauseWorkstream),
    resume: useAct(ResumeWorkstream, id, (answer) => answer.resumeWorkstream),
  };
  const may = (act: Act): boolean => viewerCan.some((can) => can.act === act && can.allowed);
  const steps = stepsFrom(status).filter((step) => may(names[step].act));
  if (!may("WORKSTREAM_UPDATE") && steps.length === 0) return null;
  return (
    <Card title="You lead this">
      {(["start", "ready", "pause", "resume"] as const).map((step) => <ActNotice key={step} state={acts[step].state} sendAgain={acts[step].sendAgain} done="Done." />)}
      <div class="wm-buttons">
        {may("WORKSTREAM_UPDATE") && <Link class="nhsuk-button wm-button" to={`/workstreams/${id}/update`}>Update it</Link>}
        {steps.map((step) => (
          <button
            key={step} type="button" class="nhsuk-button nhsuk-button--secondary wm-button"
            onClick={() => {
              for (const other of Object.values(acts)) if (other !== acts[step]) other.leave();
              acts[step].act({ workstream: { id, expectedVersion: version } });
            }}
          >
            {names[step].button}
          </button>
        ))}
      </div>
    </Card>
  );
}
