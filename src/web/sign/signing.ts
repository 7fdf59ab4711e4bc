import type { FieldError } from "../form/form.ts";
import type { SignPledgeFormQuery, SignPledgeInput, SigningAuthority } from "../graph/types.ts";

export type Pledge = NonNullable<SignPledgeFormQuery["pledge"]>;
export type Version = Pledge["versions"][number];

type Value = (name: string) => string;

/** Two, unless the version says otherwise. */
export function actionsOf({ actionCount }: Version): readonly number[] {
  return Array.from({ length: actionCount ?? 2 }, (_, index) => index);
}

export function actionName(index: number, field: "statement" | "nature" | "commitments"): string {
  return `action.${index}.${field}`;
}

/** Ids in one field of a form. */
export function idsIn(text: string): readonly string[] {
  return text.split(" ").filter((id) => id !== "");
}

/** A signature as it is sent. An action without words is none: how many are asked for, the graph says. */
export function signatureOf(version: Version, value: Value): SignPledgeInput {
  const who = value("who.id");
  const authority = authorities.find((known) => known === value("authority"));
  const missing = value("missing");
  return {
    pledgeVersion: version.id,
    ...(who === "" ? {} : value("who.type") === "Group" ? { group: who } : { organisation: who }),
    signed: { text: value("signed") },
    ...(authority === undefined ? {} : { authority }),
    ...(missing === "NOT_STATED" || missing === "INCOMPLETE" ? { missingActionsReason: missing } : {}),
    actions: named(version, value).map((index) => ({
      statement: value(actionName(index, "statement")),
      nature: value(actionName(index, "nature")) === "CONTINUING" ? "CONTINUING" : "NEW",
      commitments: idsIn(value(actionName(index, "commitments"))),
    })),
  };
}

/** What has to be there before anything is sent: of each action that is named, which sort it is. */
export function lacking(version: Version, value: Value): readonly FieldError[] {
  return [
    ...(value("who.id") === "" ? [{ name: "who.words", message: "Say who signs, and choose it from what is found" }] : []),
    ...named(version, value).filter((index) => value(actionName(index, "nature")) === "").map((index) => ({ name: actionName(index, "nature"), message: `Say which sort of action ${index + 1} is` })),
  ];
}

/** At which field a refusal of a signature is put right; null where at none. */
export function fieldAt(version: Version, value: Value): (path: readonly string[]) => string | null {
  return ([, first = "", index, field]) => {
    if (WHO.has(first)) return "who.words";
    if (first === "signed" || first === "authority") return first;
    if (first !== "actions") return first === "missingActionsReason" ? "missing" : null;
    const at = index === undefined ? undefined : named(version, value)[Number(index)];
    return at === undefined ? "missing" : actionName(at, field === "commitments" || field === "nature" ? field : "statement");
  };
}

/** What of a signature says who signs. */
const WHO: ReadonlySet<string> = new Set(["organisation", "group", "description", "signatoryKind"]);

function named(version: Version, value: Value): readonly number[] {
  return actionsOf(version).filter((index) => value(actionName(index, "statement")).trim() !== "");
}

const authorities = ["LEADER", "AUTHORISED_REPRESENTATIVE"] as const satisfies readonly SigningAuthority[];
