import { Problems, type Ruled } from "../../../api/act/ruled.ts";
import { addDays, type Day } from "../../../kernel/day.ts";
import { wordsIn } from "../../../kernel/phrases.ts";
import type { Problem } from "../../../kernel/problem.ts";
import { grantFields, isHeld, keyFields, systemOf, type RoleGiven } from "./rules.ts";
import type { CreateAccessKeyInput, EndRoleInput, GrantRoleInput } from "./act-inputs.ts";
import type { AccessKeyRow, RoleGrantRow } from "./store.ts";

/** What a role is to be held for: a record, or everything. */
export interface HeldFor {
  readonly record: { readonly id: string; readonly level?: unknown; readonly systemId?: unknown } | null;
  readonly forEverything: boolean;
}

/** What is kept of a key's secret. */
export interface SecretKept {
  readonly prefix: string;
  readonly fingerprint: string;
}

const A_YEAR = 365;

/** A key has a name and an end. */
export function createAccessKey({ name, expiresOn }: Pick<CreateAccessKeyInput, "name" | "expiresOn">, kept: SecretKept, today: Day): Ruled {
  const wrong = new Problems();
  const end = expiresOn ?? addDays(today, A_YEAR);
  wrong.when(end < today, "RULE", "This day is over: the key would open nothing. Give a day to come.", ["expiresOn"]);
  return { fields: keyFields({ name, ...kept, expiresOn: end }), problems: wrong.all() };
}

/** A key that opens nothing by somebody's act stays so. */
export function revokeAccessKey({ revokedOn }: AccessKeyRow, today: Day): Ruled {
  const wrong = new Problems();
  wrong.when(revokedOn !== null, "NOT_ALLOWED_NOW", `This key was taken back on ${revokedOn}, and opens nothing since.`);
  return { fields: { revokedOn: today }, problems: wrong.all() };
}

/** What is for everything is so expressly: nobody opens all by leaving something out. */
export function wrongScope({ record, forEverything }: HeldFor): readonly Problem[] {
  const wrong = new Problems();
  wrong.when((record === null) !== forEverything, "RULE", "Name the record that it is for, or say forEverything: true. Not both.", ["holdsFor"]);
  return wrong.all();
}

/** A role is held by one, for one record or expressly for everything, and not twice. `held` are the roles of whoever is to hold it. */
export function grantRole(input: Omit<GrantRoleInput, "holdsFor" | "forEverything">, { record, forEverything }: HeldFor, held: readonly RoleGrantRow[], today: Day): Ruled {
  const wrong = new Problems();
  const { role, account = null, key = null } = input;
  const [since, until] = [input.since ?? today, input.until ?? null];
  wrong.when((account === null) === (key === null), "RULE", "A role is held by an account or by a key: name one of them.", ["account"]);
  wrong.add(wrongScope({ record, forEverything }));
  wrong.when(until !== null && until < since, "BAD_WINDOW", "It would end before it begins.", ["until"]);
  wrong.when(until !== null && until < today, "RULE", "This day is over: the role would not be held on any day to come.", ["until"]);
  const same = held.filter((grant) => grant.origin === "GIVEN" && grant.role === role && grant.holdsForId === (record?.id ?? null) && (isHeld(grant, today) || grant.since > today));
  wrong.when(same.length > 0, "ALREADY_EXISTS", "This role is held already, for the same. End that one first if it is to have other days.", ["role"], same.map(({ id }) => id));
  const given: RoleGiven = { accountId: account, keyId: key, role, holdsForId: record?.id ?? null, inSystemId: record === null ? null : systemOf(record), origin: "GIVEN", since, until };
  return { fields: grantFields(given), problems: wrong.all() };
}

/** A role ends from now on, or on a day to come, and never later than it would have. */
export function endRole({ until }: RoleGrantRow, asked: EndRoleInput["until"], today: Day): Ruled {
  const wrong = new Problems();
  const yesterday = addDays(today, -1);
  const end = asked ?? yesterday;
  wrong.when(until !== null && until < today, "NOT_ALLOWED_NOW", `This role has ended: its last day was ${until}.`);
  wrong.when(end < yesterday, "RULE", "What was held until now stays so. Leave the day out to end the role at once, or give a day to come.", ["until"]);
  wrong.when(until !== null && until >= today && end > until, "RULE", `This role ends on ${until} already. To lengthen it, grant it anew.`, ["until"]);
  return { fields: { until: end }, problems: wrong.all() };
}

/**
 * What an issuer calls somebody, where that is an e-mail address or is made of names: it may stand in other records too.
 * Numbers and codes are no names, and what is only one word is too often a word of something else.
 */
export function namesInSubject(subject: string): readonly string[] {
  if (subject.includes("@")) return [subject];
  return !/\d/.test(subject) && wordsIn(subject).length > 1 ? [subject] : [];
}
