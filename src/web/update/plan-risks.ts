import type { RiskLevel } from "../graph/types.ts";
import { plainly } from "../words/word.ts";
import { newOnes } from "./plan-milestones.ts";
import { letGo, wordsIn, type Planned, type Value } from "./planned.ts";
import type { Read } from "./read.ts";

/** What may be said of an open risk or issue. */
export const riskActs = [
  { value: "", name: "Not looked at this time" },
  { value: "same", name: "Looked at: it is as it was" },
  { value: "judge", name: "Looked at: it is different" },
  { value: "close", name: "It is over" },
] as const;

export const riskLevels = ["VERY_LOW", "LOW", "MEDIUM", "HIGH", "VERY_HIGH"] as const satisfies readonly RiskLevel[];

export function planRisks(read: Read, value: Value): readonly Planned[] {
  return [...read.risks.nodes.flatMap((risk) => planOne(risk, value)), ...planNew(read, value)];
}

function planOne({ id, version, title, riskKind, likelihood, impact, plan }: Read["risks"]["nodes"][number], value: Value): readonly Planned[] {
  const name = (field: string): string => `risk.${id}.${field}`;
  const seen = { id, expectedVersion: version };
  const about = { about: title, expects: [id], fieldAt: ([first]: readonly string[]) => name(first === "likelihood" || first === "impact" || first === "plan" ? first : "act") };
  switch (value(name("act"))) {
    case "same": return [{ ...about, act: { reviewRisk: seen }, says: { reviewedOn: "Today" }, instead: letGo(name("act")) }];
    case "close": return [{ ...about, act: { closeRisk: seen }, says: { status: "Closed" }, instead: letGo(name("act")) }];
    case "judge": {
      const judged = { likelihood: levelIn(value(name("likelihood"))), impact: levelIn(value(name("impact"))), plan: wordsIn(value(name("plan"))) };
      // What is left as it was read is no edit.
      const edits = {
        ...(riskKind === "ISSUE" || judged.likelihood === likelihood ? {} : { likelihood: judged.likelihood }),
        ...(judged.impact === impact ? {} : { impact: judged.impact }),
        ...(judged.plan === plan ? {} : { plan: judged.plan }),
      };
      const says = { reviewedOn: "Today", likelihood: said(judged.likelihood), impact: said(judged.impact), plan: judged.plan ?? "None" };
      return [{ ...about, act: { reviewRisk: { ...seen, ...edits } }, says, instead: letGo(...["act", "likelihood", "impact", "plan"].map(name)) }];
    }
    default: return [];
  }
}

/** Who can answer for a new one: whoever leads the workstream, or hosts its programme. The first is meant unless another is chosen. */
export function owners({ leadHealthIntegrationTeam: team, leadOrganisation: lead, programme }: Read): readonly { readonly value: string; readonly name: string; readonly field: "ownerOrganisation" | "ownerHealthIntegrationTeam" }[] {
  const bodies = [lead, programme?.host ?? null].filter((body) => body !== null);
  return [
    ...(team === null ? [] : [{ value: team.id, name: team.name, field: "ownerHealthIntegrationTeam" } as const]),
    ...[...new Map(bodies.map((body) => [body.id, body])).values()].map(({ id, name }) => ({ value: id, name, field: "ownerOrganisation" }) as const),
  ];
}

function planNew(read: Read, value: Value): readonly Planned[] {
  return newOnes(value, "raise").flatMap((index) => {
    const name = (field: string): string => `raise.${index}.${field}`;
    const [title, plan] = [value(name("title")), wordsIn(value(name("plan")))];
    if (read.programme === null || (title.trim() === "" && plan === null)) return [];
    const kind = value(name("kind")) === "ISSUE" ? "ISSUE" : "RISK";
    const all = owners(read);
    const owner = all.find((one) => one.value === value(name("owner"))) ?? all[0];
    const risk = {
      programme: read.programme.id, workstream: read.id, title, kind, plan, impact: levelIn(value(name("impact"))),
      ...(kind === "ISSUE" ? {} : { likelihood: levelIn(value(name("likelihood"))) }), ...(owner === undefined ? {} : { [owner.field]: owner.value }),
    } as const;
    return [{
      act: { raiseRisk: risk }, about: title.trim() === "" ? "A new risk" : title, expects: [], says: {}, instead: letGo(),
      fieldAt: ([first]: readonly string[]) => name(first === "likelihood" || first === "impact" || first === "plan" || first === "kind" ? first : first?.startsWith("owner") === true ? "owner" : "title"),
    }];
  });
}

function levelIn(text: string): RiskLevel | null {
  return riskLevels.find((level) => level === text) ?? null;
}

function said(level: RiskLevel | null): string {
  return level === null ? "Not judged" : plainly(level);
}
