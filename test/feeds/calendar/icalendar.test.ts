import { assert, constantFrom, oneof, property, string } from "fast-check";
import { describe, expect, it, test } from "vitest";
import { dateLine, daysOf, statusOf, type CalendarEvent } from "../../../src/feeds/calendar/event.ts";
import { icalendar } from "../../../src/feeds/calendar/icalendar.ts";
import { readDay } from "../../../src/kernel/day.ts";
import { readPartialDate } from "../../../src/kernel/read-partial-date.ts";
import { readCalendar } from "../../support/calendars.ts";

const plain: CalendarEvent = {
  uid: "ms_0123456789abcdef@waymark", sequence: 3, changedAt: "2024-07-05T12:30:00.000Z", first: readDay("2024-03-30"), last: readDay("2024-03-31"),
  summary: "Launch", description: ["Due: 30 to 31 March 2024"], status: "CONFIRMED", path: "/milestones/ms_0123456789abcdef",
};

const written = (event: Partial<CalendarEvent>, name = "Trauma"): string => icalendar(name, [{ ...plain, ...event }], "https://waymark.example");

const line = (text: string): string => text.replaceAll(/\s+/g, " ").trim();

describe("icalendar", () => {
  test("is what RFC 5545 asks for, to the letter", () => {
    const text = written({});
    for (const line of [
      "VERSION:2.0", "X-WR-CALNAME:Trauma", "REFRESH-INTERVAL;VALUE=DURATION:PT4H", "UID:ms_0123456789abcdef@waymark", "SEQUENCE:3", "DTSTAMP:20240705T123000Z", "LAST-MODIFIED:20240705T123000Z",
      "DTSTART;VALUE=DATE:20240330", "DTEND;VALUE=DATE:20240401", "TRANSP:TRANSPARENT", "STATUS:CONFIRMED", "URL;VALUE=URI:https://waymark.example/milestones/ms_0123456789abcdef",
    ]) expect(text.split("\r\n")).toContain(line);
    expect(text).toMatch(/^BEGIN:VCALENDAR\r\n[^]*END:VCALENDAR\r\n$/);
  });

  it("gives back every text as it was, in lines of at most 75 octets", () => {
    const words = string({ unit: oneof(constantFrom("\n", "\r\n", ",", ";", "\\", "\\n", ":", '"', "BEGIN:VEVENT", " ", "\t", "é", "€", "👩‍⚕️"), string({ minLength: 1 })), minLength: 1, maxLength: 60 })
      // oxlint-disable-next-line no-control-regex -- no record holds these
      .map((text) => text.replaceAll(/[\u0000-\u0008\u000b-\u000c\u000e-\u001f]/g, ""))
      .filter((text) => text.trim() !== "");
    assert(property(words, words, words, (summary, description, name) => {
      const text = written({ summary, description: [description] }, name);
      expect(text.split("\r\n").filter((each) => Buffer.byteLength(each) > 75)).toEqual([]);
      const read = readCalendar(text);
      expect([read.name, read.events.length, read.events[0]?.summary, read.events[0]?.description]).toEqual([line(name), 1, line(summary), description.replaceAll(/\r\n|\r/g, "\n")]);
    }), { numRuns: 200 });
  });

  it.each([
    ["5 July 2024", "2024-07-05", "2024-07-06", "CONFIRMED", "Due: 5 July 2024"],
    ["July 2024", "2024-07-01", "2024-08-01", "CONFIRMED", "Due: July 2024"],
    ["April to May 2023 (estimated)", "2023-04-01", "2023-06-01", "TENTATIVE", "Due: April to May 2023 (estimated)"],
    ["Q1 2024-25", "2024-04-01", "2024-07-01", "CONFIRMED", "Due: April to June 2024 (written as “Q1 2024-25”)"],
    ["2023-24", "2023-04-01", "2024-04-01", "CONFIRMED", "Due: 2023-24"],
    ["2024", "2024-01-01", "2025-01-01", "CONFIRMED", "Due: 2024"],
    ["29 February 2024", "2024-02-29", "2024-03-01", "CONFIRMED", "Due: 29 February 2024"],
    ["31 December 2024", "2024-12-31", "2025-01-01", "CONFIRMED", "Due: 31 December 2024"],
    ["31 March 2024", "2024-03-31", "2024-04-01", "CONFIRMED", "Due: 31 March 2024"],
    ["until March 2024", "2024-03-31", "2024-04-01", "CONFIRMED", "Due: until March 2024"],
    ["from April 2024", "2024-04-01", "2024-04-02", "CONFIRMED", "Due: from April 2024"],
  ])("puts %s on all the days that it can be", (said, first, end, status, description) => {
    const date = readPartialDate(said);
    const days = daysOf(date);
    expect(days).not.toBeNull();
    if (days === null) return;
    const [event] = readCalendar(written({ ...days, status: statusOf(date, false), description: [dateLine("Due", date)] })).events;
    expect(event).toMatchObject({ first, end, isWholeDays: true, transparency: "TRANSPARENT", status, description });
  });

  it.each(["not stated", "unknown"])("has no place for %s", (said) => {
    expect(daysOf(readPartialDate(said))).toBeNull();
  });
});
