import type { SignedInPerson } from "../application.ts";
import type { IssuerSettings } from "./issuer-settings.ts";

/** What an issuer says of somebody. */
export type Claims = Readonly<Record<string, unknown>>;

/** Longer names are cut. */
const longestName = 200;

/**
 * Somebody as their issuer knows them, with the roles that their groups stand for. Where groups stand for roles, an issuer
 * that lists none gives none: a role is never kept because a claim is missing.
 */
export function personIn(claims: Claims, subject: string, { issuer, title, groupsClaim, roles }: IssuerSettings): SignedInPerson {
  const groups = groupsIn(claims, groupsClaim);
  return {
    issuer,
    subject,
    displayName: fullNameIn(claims) ?? shortNameIn(claims) ?? `Somebody of ${title}`,
    grants: roles.filter(({ group }) => groups.includes(group)).map(({ role, holdsFor }) => ({ role, holdsFor })),
  };
}

/** Whether the claims say what is asked of them: not every issuer says all of it at once. */
export function isTold(claims: Claims, { groupsClaim, roles }: IssuerSettings): boolean {
  return fullNameIn(claims) !== null && (roles.length === 0 || claimAt(claims, groupsClaim) !== undefined);
}

/** What somebody is called: as a whole, or by their parts. */
function fullNameIn({ name, given_name: given, family_name: family }: Claims): string | null {
  return asName(name) ?? asName([given, family].flatMap((part) => asName(part) ?? []).join(" "));
}

/** What somebody calls themselves, where the issuer says no more. */
function shortNameIn({ nickname, preferred_username: username }: Claims): string | null {
  return asName(nickname) ?? asName(username);
}

/** Never an address or a number: what people are called, and nothing by which they are reached. */
function asName(claim: unknown): string | null {
  if (typeof claim !== "string" || claim.includes("@")) return null;
  // oxlint-disable-next-line no-control-regex -- the control characters are what is looked for
  const plain = Array.from(claim.replaceAll(/[\u0000-\u001f\u007f]|\p{Surrogate}/gu, " ").trim()).slice(0, longestName).join("");
  return /\p{L}/u.test(plain) ? plain : null;
}

function groupsIn(claims: Claims, path: string): readonly string[] {
  const groups = claimAt(claims, path);
  if (typeof groups === "string") return [groups];
  return Array.isArray(groups) ? groups.filter((group): group is string => typeof group === "string") : [];
}

/** A claim by its name, which may have dots in it, or by the way that leads to it. */
function claimAt(claims: Claims, path: string): unknown {
  if (Object.hasOwn(claims, path)) return claims[path];
  return path.split(".").reduce<unknown>((at, name) => (isClaims(at) && Object.hasOwn(at, name) ? at[name] : undefined), claims);
}

function isClaims(value: unknown): value is Claims {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
