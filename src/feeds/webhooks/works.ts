import type { Feed } from "../../api/changes/feed.ts";
import type { RecordKind } from "../../ledger/concept.ts";
import type { Ledger } from "../../ledger/ledger.ts";
import type { Post } from "./post.ts";
import type { Slots } from "./slots.ts";

/** What all webhooks of a process are served with. */
export interface Works {
  readonly ledger: Ledger;
  readonly feed: Feed;
  readonly kinds: readonly RecordKind[];
  readonly post: Post;
  readonly clock: () => Date;
  /** What time it is by the clock that all processes share who send for this ledger. */
  readonly time: () => Promise<Date>;
  /** From 0 to 1, by chance. */
  readonly chance: () => number;
  /** `SMALL_NUMBER`. */
  readonly smallNumber: number;
  /** Tells this process apart from others that work on the same ledger. */
  readonly holder: string;
  /** Where first tries are made, and where what has failed is tried again: so that whoever does not answer takes no place from those who do. */
  readonly sound: Slots;
  readonly doubtful: Slots;
}
