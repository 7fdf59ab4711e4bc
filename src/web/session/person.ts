import { useEffect, useState } from "preact/hooks";

let person: string | null = null;
const listeners = new Set<() => void>();

/** Notes who is signed in, by the id of their account; null for nobody. */
export function sayPerson(id: string | null): void {
  if (person === id) return;
  person = id;
  for (const listener of listeners) listener();
}

/** Who is signed in, once it is known; null for nobody, and until then. */
export function usePerson(): string | null {
  const [known, setKnown] = useState(person);
  useEffect(() => {
    const look = (): void => { setKnown(person); };
    // It may have become known between the first look and now.
    look();
    listeners.add(look);
    return () => { listeners.delete(look); };
  }, []);
  return known;
}
