import { changesBetween, type Level, type SchemaChange } from "./changes.ts";
import { deprecationsIn } from "./deprecation.ts";
import { currentSchema, releasedSchema, releases, type Release } from "./releases.ts";

/** What each kind of change is called, and what somebody should do about it. */
const HEADINGS: readonly (readonly [level: Level, words: string])[] = [
  ["BREAKING", "**BREAKING**: an operation that uses it fails; each had been marked as to go, six months or more before."],
  ["DANGEROUS", "**DANGEROUS**: nothing fails, but a program may meet something that it does not know, such as a new value of an enum."],
  ["SAFE", "Added, marked as to go, or promised more exactly: nothing has to be done."],
];

/** What has become of the schema, release by release, as markdown: what is not released yet comes first. */
export async function changelog(): Promise<string> {
  const [released, current, all] = [releasedSchema(), currentSchema(), releases()];
  return changelogText(await changesBetween(released, current), all, deprecationsIn(current).map(({ path, reason }) => `- \`${path}\`: ${reason}`));
}

export function changelogText(unreleased: readonly SchemaChange[], all: readonly Release[], toGo: readonly string[]): string {
  return [
    "# What changed in the schema",
    "What a release has promised stays: a breaking change is refused unless a release marked it as to go six months or more before, with the quarter day on which it goes, and that day has come. What is not released yet may still change.",
    "## To go",
    toGo.length === 0 ? "Nothing is marked as to go." : toGo.join("\n"),
    "## Not released yet",
    listOf(unreleased, `Nothing has changed since the release of ${all[0]?.on ?? "the first day"}.`),
    ...all.flatMap(({ on, version, changes }, index) => [`## ${on}, version ${version}`, listOf(changes, index === all.length - 1 ? "The first release." : "Nothing changed.")]),
    "",
  ].join("\n\n");
}

function listOf(changes: readonly SchemaChange[], none: string): string {
  if (changes.length === 0) return none;
  return HEADINGS.flatMap(([level, words]) => {
    const own = changes.filter((change) => change.level === level);
    return own.length === 0 ? [] : [words, own.map((change) => `- ${change.words}`).join("\n")];
  }).join("\n\n");
}
