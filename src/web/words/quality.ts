/** What a data quality figure counts. */
export const findings = {
  stale: { name: "Gone quiet", text: "Programmes, workstreams and teams whose report is overdue, and milestones past their date of which nobody has said how they stand." },
  unknown: { name: "Empty, not explained", text: "Records with a field that is empty, and nobody has recorded why. What a source was read for and does not state is not meant." },
  conflicting: { name: "Contradicted", text: "Claims that contradict another, and records on which sources contradict each other." },
  claimed: { name: "Only claimed", text: "Claims without evidence, and records that rest on somebody’s word alone." },
  open: { name: "Open questions", text: "Questions about what is recorded that no source answers. Ask whoever can know." },
  imprecise: { name: "Not exact", text: "Records with a date that is a range, relative, estimated or inferred, or with a count that is not exact." },
  uncited: { name: "Without a source", text: "Records for which no act has cited a source." },
} as const;

export type FindingName = keyof typeof findings;

// oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the keys of an object literal are its type's
export const findingNames = Object.keys(findings) as readonly FindingName[];
