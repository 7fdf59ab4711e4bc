import { enumOf } from "../../api/value/enum.ts";
import { changeGroups, type ChangeGroup } from "../board-reading.ts";

/** What stands over each group of changes. */
export const groupTitles: Readonly<Record<ChangeGroup, string>> = {
  MET: "Met",
  SLIPPED: "Slipped",
  NOT_MET: "Not met, cancelled or reopened",
  RECOVERED: "Recovered",
  REBASELINED: "Measured against another date",
  RE_RATED: "Judged otherwise",
  WAIVED: "Waived",
  WORKSTREAMS: "Programmes and workstreams",
  RISKS: "Risks and issues",
  DECISIONS: "Recommendations and decisions",
  MONEY: "Money",
  POSTS: "Posts",
  PLEDGES: "Pledges and commitments",
  MEASURES: "Measures",
  EVIDENCE: "Evidence",
  REPORTS: "Reports",
  NEW: "New",
  REMOVED: "Removed",
  OTHER: "Other changes",
};

export const ChangeGroupEnum = enumOf("ChangeGroup", "What a board looks for between two moments, in the order in which it reads. A record may stand in several: a milestone that was overdue and is met, in MET and in RECOVERED.", changeGroups, {
  MET: "Milestones that were reached, wholly or in part.",
  SLIPPED: "Milestones that can be due later than before, or have no date any more; slip says by how much.",
  NOT_MET: "Milestones of which somebody says that they are not met, are cancelled, were not met after all, or are not done though they are due.",
  RECOVERED: "Milestones that are due earlier than before, or were overdue and are met.",
  REBASELINED: "Milestones that are measured against another date than before. The first one stays.",
  RE_RATED: "Programmes, workstreams and HITs that are judged otherwise than before: in a dimension of a published report, under a scheme.",
  WAIVED: "Leave to go on although something is not there: of a dependency, or of a criterion; and where it ended.",
  WORKSTREAMS: "How programmes and workstreams stand.",
  RISKS: "Risks and issues that were raised, looked at or closed.",
  DECISIONS: "Recommendations, what became of them, and decisions.",
  MONEY: "Awards with their parties and what was spent of them, and stated totals.",
  POSTS: "Posts, who has them and who pays for them.",
  PLEDGES: "Pledges, signatures, actions and their progress; and commitments.",
  MEASURES: "What is counted: targets, and what was counted since.",
  EVIDENCE: "Criteria and what was supplied for them, outputs, studies, claims, and what programmes contribute to outcomes.",
  REPORTS: "Status reports, as far as they may be seen: published ones, for most.",
  NEW: "What else is new.",
  REMOVED: "What was there and is not any more.",
  OTHER: "Every other change, so that nothing is lost.",
});
