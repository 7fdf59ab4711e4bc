import { useCallback, useState } from "preact/hooks";
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

/** What a person types into a form, kept in this browser until it is saved. */
export function useTyped(person: string, form: string): Typed {
  const [found] = useState(() => kept(person, form, isValues));
  const [values, setValues] = useState<Readonly<Record<string, string>>>(found?.value ?? {});
  const [foundFrom, setFoundFrom] = useState(found?.at ?? null);
  const [isKept, setKept] = useState(true);
  const set = useCallback((name: string, value: string) => {
    setValues((before) => {
      const next = { ...before, [name]: value };
      setKept(keep(person, form, next));
      return next;
    });
  }, [person, form]);
  const saved = useCallback(() => { letGo(person, form); }, [person, form]);
  const clear = useCallback(() => {
    letGo(person, form);
    setValues({});
    setFoundFrom(null);
  }, [person, form]);
  return { values, set, foundFrom, isKept, saved, clear };
}

function isValues(value: unknown): value is Readonly<Record<string, string>> {
  return typeof value === "object" && value !== null && Object.values(value).every((one) => typeof one === "string");
}
