import { describe, expect, it } from "vitest";
import { readAbsence, sayAbsence, sharedAbsence, valueStatuses } from "../../src/kernel/value-status.ts";

const absences = valueStatuses.filter((status) => status !== "KNOWN");

describe("readAbsence", () => {
  it.each(absences)("reads what sayAbsence writes for %s", (absence) => {
    expect(readAbsence(sayAbsence(absence))).toBe(absence);
  });

  it.each([
    [" Not Stated ", "NOT_STATED"],
    ["UNKNOWN", "UNKNOWN"],
  ])("takes %j in any case", (text, absence) => {
    expect(readAbsence(text)).toBe(absence);
  });

  it.each(["known", "", "not stated yet", "nil", "0"])("finds none in %j", (text) => {
    expect(readAbsence(text)).toBeNull();
  });
});

describe("sharedAbsence", () => {
  it("is the one that all share", () => {
    expect(sharedAbsence(["WITHHELD", "WITHHELD"])).toBe("WITHHELD");
  });

  it.each([[[]], [["WITHHELD", "NOT_STATED"]], [["KNOWN"]], [["KNOWN", "WITHHELD"]]] as const)(
    "is UNKNOWN for %j",
    (statuses) => {
      expect(sharedAbsence(statuses)).toBe("UNKNOWN");
    },
  );
});
