import type { JSX } from "preact";
import { Link } from "../address/link.tsx";
import { Absent } from "../parts/absent.tsx";
import { sayDay } from "../words/days.ts";
import { plainly } from "../words/word.ts";
import { kindName, recordPath } from "./kinds.ts";

/** Any value of the graph in words: a date, an amount or a count as its source has it, a record by what it is called, a list line by line. */
export function Shown({ value }: { readonly value: unknown }): JSX.Element | null {
  if (Array.isArray(value)) return <ShownList values={value} />;
  if (typeof value === "boolean") return <>{value ? "Yes" : "No"}</>;
  if (typeof value === "number") return <>{value.toLocaleString("en-GB")}</>;
  if (typeof value === "string") return <ShownText text={value} />;
  return typeof value === "object" && value !== null ? <ShownObject value={value} /> : null;
}

function ShownList({ values }: { readonly values: readonly unknown[] }): JSX.Element {
  return values.length === 1 ? <Shown value={values[0]} /> : <ul class="wm-lines">{values.map((value) => <li key={JSON.stringify(value)}><Shown value={value} /></li>)}</ul>;
}

/** Addresses are opened only over the web; anything else that looks like one stays text. */
export function ShownText({ text }: { readonly text: string }): JSX.Element {
  if (/^https?:\/\/\S+$/.test(text)) return <a href={text} rel="noreferrer noopener">{text}</a>;
  if (/^\d{4}-\d{2}-\d{2}$/.test(text)) return <>{sayDay(text)}</>;
  return <>{/^[A-Z][A-Z_0-9]+$/.test(text) ? plainly(text) : text}</>;
}

function ShownObject({ value }: { readonly value: object }): JSX.Element {
  if ("nodes" in value) return <Shown value={value.nodes} />;
  if ("plain" in value && "status" in value) return value.status === "KNOWN" ? <>{String(value.plain)}</> : <Absent status={statusOf(value.status)} />;
  if ("label" in value) return <>{String(value.label)}</>;
  const fields = Object.entries(value).filter(([field, held]) => field !== "__typename" && field !== "id" && held !== null);
  const record = "__typename" in value && "id" in value ? { type: String(value.__typename), id: String(value.id) } : null;
  const [only] = fields;
  if (record !== null && fields.length <= 1) return <Link to={recordPath(record.type, record.id)}>{only === undefined ? kindName(record.type) : String(only[1])}</Link>;
  return (
    <>
      {fields.map(([field, held], index) => (
        <span key={field}>
          {index > 0 && " · "}
          {record !== null && field === "called" ? <Link to={recordPath(record.type, record.id)}>{String(held)}</Link> : <Shown value={held} />}
        </span>
      ))}
    </>
  );
}

function statusOf(status: unknown): "NOT_STATED" | "UNKNOWN" | "NOT_APPLICABLE" | "WITHHELD" | "CONFLICTING" {
  return status === "NOT_STATED" || status === "NOT_APPLICABLE" || status === "WITHHELD" || status === "CONFLICTING" ? status : "UNKNOWN";
}
