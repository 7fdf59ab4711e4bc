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

/**
 * Lets the reader choose where to look, and says so in the address. Every system is there to be chosen; places are, too, where there are
 * no more of them than a list can have, and else those of the system that was chosen.
 */
export function ScopeChoice(): JSX.Element | null {
  const { path, query } = useAddress();
  const { system, place } = useScope();
  const { answer } = useAnswer(Places, { within: system, place: place ?? "", isAtPlace: place !== null });
  if (answer === undefined) return null;
  const systems = answer.systems.nodes;
  const places = answer.places.totalCount > answer.places.nodes.length && system === null ? [] : answer.places.nodes;
  const options = systems.flatMap(({ id, name }) => [
    { value: `system ${id}`, name: `${name} (whole system)` },
    ...places.filter(({ parent }) => parent?.id === id).map((place) => ({ value: `place ${place.id}`, name: `– ${place.name}` })),
  ]);
  const others = places.filter(({ parent }) => parent === null).map(({ id, name }) => ({ value: `place ${id}`, name }));
  const chosen = ["system", "place"].flatMap((kind) => query.getAll(kind).map((id) => `${kind} ${id}`))[0] ?? "";
  const all = [...options, ...others];
  const beside = [answer.chosen ?? null].flatMap((at) => (at?.__typename === "Place" && !all.some(({ value }) => value === `place ${at.id}`) ? [{ value: `place ${at.id}`, name: at.name }] : []));
  const choose = (value: string): void => {
    const [kind = "", id = ""] = value.split(" ");
    adjust(hrefOf(path, { ...partsOf(query, ["system", "place", "after", "before"]), ...(value === "" ? {} : { [kind]: id }) }));
  };
  return <Select label="Where" value={chosen} onChoose={choose} options={[{ value: "", name: "Everywhere" }, ...all, ...beside]} />;
}
