import { describe, expect, it } from "vitest";
import { wrongChoices } from "../../../src/api/act/choices.ts";
import { membershipKind } from "../../../src/domain/partners/membership/table.ts";
import { practiceKind } from "../../../src/domain/learning/practice/table.ts";
import type { Problem } from "../../../src/kernel/problem.ts";
import type { FieldValues } from "../../../src/ledger/record.ts";

const found = (problems: readonly Problem[]): string[] => problems.map(({ code, path = [] }) => [code, ...path].join(" "));

describe("a record that says one thing of several", () => {
  it.each<readonly [string, FieldValues, readonly string[]]>([
    ["with one of each", { groupId: "gr_1", organisationId: "or_1" }, []],
    ["with words as one of them", { groupId: "gr_1", constituency: "Young people" }, []],
    ["with the others sent empty", { groupId: "gr_1", healthIntegrationTeamId: null, organisationId: "or_1", personId: undefined }, []],
    ["without one of the first", { organisationId: "or_1" }, ["MISSING_FIELD healthIntegrationTeam"]],
    ["without any", {}, ["MISSING_FIELD healthIntegrationTeam", "MISSING_FIELD organisation"]],
    ["with two", { groupId: "gr_1", organisationId: "or_1", personId: "pe_1" }, ["RULE person"]],
    ["with three", { groupId: "gr_1", organisationId: "or_1", personId: "pe_1", constituency: "Young people" }, ["RULE person", "RULE constituency"]],
    ["with two of each", { groupId: "gr_1", healthIntegrationTeamId: "ht_1", organisationId: "or_1", personId: "pe_1" }, ["RULE group", "RULE person"]],
  ])("%s has the problems %j %j", (_, record, problems) => {
    expect(found(wrongChoices(membershipKind, record))).toEqual(problems);
  });

  it.each<readonly [string, FieldValues, readonly string[]]>([
    ["none, where it may do without", {}, []],
    ["one there", { doneBy: "A local team" }, []],
    ["both there", { organisationId: "or_1", doneBy: "A local team" }, ["RULE doneBy"]],
  ])("with %s has the problems %j %j", (_, record, problems) => {
    expect(found(wrongChoices(practiceKind, record))).toEqual(problems);
  });

  it.each<readonly [string, FieldValues, FieldValues, readonly string[]]>([
    ["from one to another", { groupId: "gr_1", organisationId: "or_1" }, { organisationId: null, personId: "pe_1" }, []],
    ["to a second", { groupId: "gr_1", organisationId: "or_1" }, { personId: "pe_1" }, ["RULE person"]],
    ["to none", { groupId: "gr_1", organisationId: "or_1" }, { organisationId: null }, ["MISSING_FIELD organisation"]],
    ["in another field, though what stands is wrong", { organisationId: "or_1", personId: "pe_1" }, { capacity: "CHAIR" }, []],
  ])("changed %s is judged by what is changed", (_, standing, edits, problems) => {
    expect(found(wrongChoices(membershipKind, { ...standing, ...edits }, edits))).toEqual(problems);
  });

  it("says what to do instead", () => {
    expect(wrongChoices(membershipKind, { groupId: "gr_1", organisationId: "or_1", personId: "pe_1" })[0]?.message).toBe(
      "This says person beside organisation, and it is one or the other. Leave one of them out; where both are meant, record each by itself.",
    );
    expect(wrongChoices(membershipKind, { groupId: "gr_1" })[0]?.message).toBe("Say who the member is: an organisation, a person or a constituency. Nothing was written.");
  });
});
