import { letGo, wordsIn, type Planned, type Value } from "./planned.ts";
import { openCriteria, type Read } from "./read.ts";

/** The evidence that was supplied since it was read: the words, where they can be read, or both. */
export function planCriteria(read: Read, value: Value): readonly Planned[] {
  return openCriteria(read).flatMap(({ id, version, statement, evidence, evidenceAddress }) => {
    const name = (field: "evidence" | "link"): string => `criterion.${id}.${field}`;
    const [words, link] = [value(name("evidence")), wordsIn(value(name("link")))];
    if (words.trim() === (evidence ?? "").trim() && link === evidenceAddress) return [];
    return [{
      act: { supplyCriterion: { id, expectedVersion: version, evidence: words, evidenceAddress: link } }, about: statement, expects: [id],
      says: { status: "Supplied", evidence: words, evidenceAddress: link ?? "None" }, instead: letGo(name("evidence"), name("link")), fieldAt: ([first]) => name(first === "evidenceAddress" ? "link" : "evidence"),
    }];
  });
}
