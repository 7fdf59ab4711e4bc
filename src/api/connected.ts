import type { Certainty } from "../kernel/certainty.ts";
import type { Found, Place, Records } from "./found-together.ts";
import { writeCursor, type Cursor } from "./list/cursor.ts";
import { once, type Soon } from "./soon.ts";

/** What is going to be read of a page. */
export interface PageRead {
  /** The columns of its records; null for all of them. */
  readonly columns: ReadonlySet<string> | null;
  /** Whether it matters where they stand in the list: for cursors. */
  readonly isPlaced: boolean;
}

/** A page as the schema gives it out: what is not asked for is not worked out. */
export interface Connection<Row> {
  /** Says that no more than this will be read, until somebody says that more will be. Without a word everything is found. */
  readonly reads: (read: PageRead) => void;
  readonly nodes: Soon<readonly Row[]>;
  /** All records that were found by the statement that found these; null where they were at hand. */
  readonly level: Soon<readonly Row[] | null>;
  readonly edges: Soon<readonly { readonly cursor: string; readonly node: Row; readonly certainty: Certainty | null }[]>;
  readonly pageInfo: Soon<{ readonly hasNextPage: boolean; readonly hasPreviousPage: boolean; readonly startCursor: string | null; readonly endCursor: string | null }>;
  readonly totalCount: Soon<number>;
}

/** How much is asked for, from where and in which direction. */
export interface Extent {
  readonly size: number;
  readonly backward: boolean;
  /** Where the page begins; null where it is not asked for from a cursor on. */
  readonly cursor: Cursor | null;
  readonly orderName: string;
}

/** The page of a list, from where it begins as long as it is. */
export class Connected<Row> implements Connection<Row> {
  private readonly find: (isPlaced: boolean) => Soon<Found<Row>>;
  private readonly extent: Extent;
  private readonly count: () => Soon<number>;
  private columns: ReadonlySet<string> | null | undefined;
  private isPlaced: boolean | undefined;
  private found: Soon<Found<Row>> | undefined;
  private placed: Soon<Found<Row>> | undefined;
  private read: Records<Row> | undefined;
  private counted: Soon<number> | undefined;

  constructor(find: (isPlaced: boolean) => Soon<Found<Row>>, extent: Extent, count: () => Soon<number>) {
    this.find = find;
    this.extent = extent;
    this.count = count;
  }

  reads({ columns: more, isPlaced }: PageRead): void {
    const { columns } = this;
    this.isPlaced = isPlaced || this.isPlaced === true;
    if (columns === null || (more !== null && columns !== undefined && [...more].every((column) => columns.has(column)))) return;
    this.columns = columns === undefined || more === null ? more : new Set([...columns, ...more]);
    this.read = undefined;
  }

  get nodes(): Soon<readonly Row[]> {
    return once(this.page(), (page) => this.shown(this.recordsOf(page).rows).filter((row) => row !== null));
  }

  get level(): Soon<readonly Row[] | null> {
    return once(this.page(), (page) => this.recordsOf(page).together);
  }

  get edges(): Soon<readonly { readonly cursor: string; readonly node: Row; readonly certainty: Certainty | null }[]> {
    return once(this.inPlace(), (page) => {
      const places = this.shown(page.places);
      return this.shown(this.recordsOf(page).rows).flatMap((node, index) => {
        const place = places[index];
        return node === null || place === undefined ? [] : [{ cursor: this.cursorOf(place), node, certainty: place.certainty }];
      });
    });
  }

  get pageInfo(): Connection<Row>["pageInfo"] {
    return once(this.inPlace(), ({ places }) => {
      const { size, backward, cursor } = this.extent;
      const shown = this.shown(places);
      const [start, end] = [shown[0], shown.at(-1)];
      const more = places.length > size;
      return {
        hasNextPage: backward ? cursor !== null : more,
        hasPreviousPage: backward ? more : cursor !== null,
        startCursor: start === undefined ? null : this.cursorOf(start),
        endCursor: end === undefined ? null : this.cursorOf(end),
      };
    });
  }

  get totalCount(): Soon<number> {
    return (this.counted ??= this.count());
  }

  private page(): Soon<Found<Row>> {
    return this.isPlaced === false ? (this.found ??= this.find(false)) : this.inPlace();
  }

  /** The same with where each of them stands. */
  private inPlace(): Soon<Found<Row>> {
    return (this.placed ??= this.find(true));
  }

  private recordsOf(page: Found<Row>): Records<Row> {
    return (this.read ??= page.read(this.columns ?? null));
  }

  /** In the order of the list: one more was looked for, to tell whether there are more. */
  private shown<One>(found: readonly One[]): readonly One[] {
    const kept = found.slice(0, this.extent.size);
    return this.extent.backward ? kept.toReversed() : kept;
  }

  private cursorOf({ sortKey, id }: Place): string {
    return writeCursor({ order: this.extent.orderName, key: sortKey, id });
  }
}
