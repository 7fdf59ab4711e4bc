import type { JSX } from "preact";
import { hrefOf, partsOf } from "../address/address.ts";
import { adjust } from "../address/history.ts";
import { useAddress } from "../address/use-address.ts";
import { useAnswer } from "../graph/use-answer.ts";
import { Places } from "./scope.graphql.ts";
import { Select } from "./select.tsx";

/** Where the reader looks: everywhere, in one system, or at one place in it. */
export interface Scope {
  readonly system: string | null;
  readonly place: string | null;
}

/** What the address says of where to look. */
export function useScope(): Scope {
  const { query } = useAddress();
  return { system: query.get("system"), place: query.get("place") };
}

/** Lets the reader choose where to look, and says so in the address. */
export function ScopeChoice(): JSX.Element | null {
  const { path, query } = useAddress();
  const { answer } = useAnswer(Places, {});
  if (answer === undefined) return null;
  const places = answer.places.nodes;
  const options = places.filter(({ level }) => level === "SYSTEM").flatMap(({ id, name }) => [
    { value: `system ${id}`, name: `${name} (whole system)` },
    ...places.filter(({ parent }) => parent?.id === id).map((place) => ({ value: `place ${place.id}`, name: `– ${place.name}` })),
  ]);
  const others = places.filter(({ level, parent }) => level !== "SYSTEM" && parent === null).map(({ id, name }) => ({ value: `place ${id}`, name }));
  const chosen = ["system", "place"].flatMap((kind) => query.getAll(kind).map((id) => `${kind} ${id}`))[0] ?? "";
  const choose = (value: string): void => {
    const [kind = "", id = ""] = value.split(" ");
    adjust(hrefOf(path, { ...partsOf(query, ["system", "place", "after", "before"]), ...(value === "" ? {} : { [kind]: id }) }));
  };
  return <Select label="Where" value={chosen} onChoose={choose} options={[{ value: "", name: "Everywhere" }, ...options, ...others]} />;
}
