import { useCallback, useEffect, useState } from "preact/hooks";
import { keep, kept, letGo } from "./kept.ts";

export interface Typed {
  readonly values: Readonly<Record<string, string>>;
  readonly set: (name: string, value: string) => void;
  /** When that was typed which was found here; null where nothing was. */
  readonly foundFrom: string | null;
  readonly isKept: boolean;
  /** It is saved, so nothing is kept any more; it stands until it is cleared. */
  readonly saved: () => void;
  /** Forgets all of it. */
  readonly clear: () => void;
}

type Values = Readonly<Record<string, string>>;

/** What a person types into a form, kept in this browser until it is saved. Of whoever is not known, yet or at all, nothing is kept. */
export function useTyped(person: string | null, form: string): Typed {
  const [found, setFound] = useState(() => foundOf(person, form));
  const [values, setValues] = useState<Values>(found?.value ?? {});
  const [isKept, setKept] = useState(true);
  useEffect(() => {
    const again = foundOf(person, form);
    if (again === null) return;
    setFound(again);
    // What is being typed already stands over what was found.
    setValues((typed) => ({ ...again.value, ...typed }));
  }, [person, form]);
  const set = useCallback((name: string, value: string) => {
    setValues((before) => {
      const next = { ...before, [name]: value };
      if (person !== null) setKept(keep(person, form, next));
      return next;
    });
  }, [person, form]);
  const saved = useCallback(() => { if (person !== null) letGo(person, form); }, [person, form]);
  const clear = useCallback(() => {
    saved();
    setValues({});
    setFound(null);
  }, [saved]);
  return { values, set, foundFrom: found?.at ?? null, isKept, saved, clear };
}

function foundOf(person: string | null, form: string) {
  return person === null ? null : kept(person, form, isValues);
}

function isValues(value: unknown): value is Values {
  return typeof value === "object" && value !== null && Object.values(value).every((one) => typeof one === "string");
}
