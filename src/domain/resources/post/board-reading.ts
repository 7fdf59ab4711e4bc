import { boardReading } from "../../board-reading.ts";
import { postFunderKind, postHolderKind, postKind } from "./table.ts";

export const postReadings = [
  boardReading(postKind, { group: "POSTS", shows: ["status", "employerId", "hostId", "start", "end", "cost"] }),
  boardReading(postHolderKind, { group: "POSTS", noun: "holder", called: (row) => (row.personId === null ? [] : [{ of: row.personId }]), shows: ["since", "until"], partOf: ["postId"] }),
  boardReading(postFunderKind, { group: "POSTS", noun: "funder", shows: ["role", "share", "amount", "period"], partOf: ["postId"] }),
];
