import type { GraphQLField } from "graphql";
import { Extensions } from "type-graphql";

const READS = "reads";

/** The method takes a record first, and of it no more than these columns. */
type ReadsNoMore<Column, Method> = Method extends (record: infer Root, ...more: never[]) => unknown ? (keyof Root extends Column ? unknown : never) : never;

/** Says what a method reads of its record, which it takes first: where a page is asked for no more, no more is found. The compiler holds it to the type of what the method takes. */
export function reads<Column extends string>(...columns: readonly Column[]) {
  return <Method>(target: object, name: string, method: TypedPropertyDescriptor<Method> & ReadsNoMore<Column, Method>): void => {
    Extensions({ [READS]: columns })(target, name, method);
  };
}

/** What the method behind a field says that it reads of its record; undefined where it says nothing, and may read all of it. */
export function readBy({ extensions }: Pick<GraphQLField<unknown, unknown>, "extensions">): readonly string[] | undefined {
  // Only `reads` puts it there.
  // oxlint-disable-next-line no-unsafe-type-assertion -- see above
  return extensions[READS] as readonly string[] | undefined;
}
