import type { JSX } from "preact";
import { useLayoutEffect, useRef } from "preact/hooks";
import { controlId, type FieldError } from "./form.ts";

/** All that stands in the way, above the form: it takes the focus as it comes, before anybody can type on, and each line leads to its field. */
export function ErrorSummary({ errors }: { readonly errors: readonly FieldError[] }): JSX.Element | null {
  const box = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    if (errors.length === 0) return;
    box.current?.focus();
    const title = document.title.replace(/^Error: /, "");
    document.title = `Error: ${title}`;
    return () => { document.title = document.title.replace(/^Error: /, ""); };
  }, [errors]);
  if (errors.length === 0) return null;
  return (
    <div class="wm-summary" role="alert" tabIndex={-1} ref={box} aria-labelledby="error-summary-title">
      <h2 class="wm-summary__title" id="error-summary-title">There is a problem</h2>
      <ul class="wm-lines">
        {errors.map((error) => <li key={`${error.name ?? ""} ${error.message}`}><Line error={error} /></li>)}
      </ul>
    </div>
  );
}

function Line({ error: { name, message, about } }: { readonly error: FieldError }): JSX.Element {
  const words = about === null || about === undefined ? message : `${about}: ${message}`;
  return name === null ? <>{words}</> : <a href={`#${controlId(name)}`} onClick={(event) => { event.preventDefault(); goTo(name); }}>{words}</a>;
}

function goTo(name: string): void {
  const control = document.getElementById(controlId(name));
  // What is folded away is opened on the way.
  for (let around = control?.closest("details"); around !== null && around !== undefined; around = around.parentElement?.closest("details")) around.open = true;
  control?.scrollIntoView({ block: "center" });
  control?.focus({ preventScroll: true });
}
