import type { JSX } from "preact";
import { useEffect, useId, useState } from "preact/hooks";

interface SearchFieldProps {
  readonly label: string;
  readonly value: string;
  readonly onSearch: (words: string) => void;
}

/** Words to look for, taken when the reader pauses or presses Enter. */
export function SearchField({ label, value, onSearch }: SearchFieldProps): JSX.Element {
  const id = useId();
  const [words, setWords] = useState(value);
  useEffect(() => { setWords(value); }, [value]);
  useEffect(() => {
    if (words === value) return;
    const timer = setTimeout(() => { onSearch(words); }, 400);
    return () => { clearTimeout(timer); };
    // oxlint-disable-next-line react-hooks/exhaustive-deps -- what is done with the words may be another function at each look
  }, [words, value]);
  return (
    <div class="wm-field">
      <label class="wm-field__label" for={id}>{label}</label>
      <input class="wm-field__control" id={id} type="search" value={words} onInput={({ currentTarget }) => { setWords(currentTarget.value); }} onKeyDown={({ key }) => { if (key === "Enter") onSearch(words); }} />
    </div>
  );
}
