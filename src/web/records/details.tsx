import type { JSX } from "preact";
import { useAnswer } from "../graph/use-answer.ts";
import { Card } from "../parts/card.tsx";
import { Fact, Facts } from "../parts/facts.tsx";
import { Answer } from "../states/answer.tsx";
import { fieldWords } from "../words/fields.ts";
import { detailsOf } from "./details-of.ts";
import { Shown } from "./shown.tsx";
import type { Operation } from "../graph/operation.ts";
import type { ValueStatus } from "../graph/types.ts";

/** What is known of a record that has no page of its own: each field in its words, with its source. */
export function Details({ type, id }: { readonly type: string; readonly id: string }): JSX.Element | null {
  const operation = detailsOf(type);
  return operation === null ? null : <Asked operation={operation} id={id} />;
}

interface DetailsAnswer {
  readonly node: object | null;
}

function Asked({ operation, id }: { readonly operation: Operation<DetailsAnswer, { readonly id: string }>; readonly id: string }): JSX.Element {
  const answered = useAnswer(operation, { id });
  return (
    <Answer to={answered} what="the details">
      {({ node }) => (node === null ? null : (
        <Card title="Details">
          <Facts>
            {Object.entries(node).filter(([field]) => field !== "gaps").map(([field, value]) => (
              isList(value)
                ? <Fact key={field} name={fieldWords(field)}>{isEmpty(value) ? <span class="wm-absent">None recorded</span> : <Shown value={value} />}</Fact>
                : <Fact key={field} name={fieldWords(field)} of={{ id, gaps: gapsOf(node) }} field={field}>{value === null ? null : <Shown value={value} />}</Fact>
            ))}
          </Facts>
        </Card>
      ))}
    </Answer>
  );
}

function gapsOf(node: object): readonly { readonly field: string; readonly status: ValueStatus }[] {
  // Every one of these operations asks for the gaps.
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- see above
  return "gaps" in node ? (node.gaps as readonly { readonly field: string; readonly status: ValueStatus }[]) : [];
}

/** Other records, which have sources of their own; not a list of words. */
function isList(value: unknown): boolean {
  return (typeof value === "object" && value !== null && "nodes" in value) || (Array.isArray(value) && typeof value[0] !== "string");
}

function isEmpty(value: unknown): boolean {
  const list: unknown = typeof value === "object" && value !== null && "nodes" in value ? value.nodes : value;
  return Array.isArray(list) && list.length === 0;
}
