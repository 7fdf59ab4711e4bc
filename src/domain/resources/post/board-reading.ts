import { boardReading } from "../../board-reading.ts";
import { postFunderKind, postHolderKind, postKind } from "./table.ts";

export const postReadings = [
  boardReading(postKind, { group: "POSTS", shows: ["status", "employerId", "hostId", "start", "end", "cost"] }),
  boardReading(postHolderKind, { group: "POSTS", shows: ["since", "until"], partOf: ["postId"] }),
  boardReading(postFunderKind, { group: "POSTS", shows: ["role", "share", "amount", "period"], partOf: ["postId"] }),
];
