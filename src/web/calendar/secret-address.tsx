import type { JSX } from "preact";
import { useRef, useState } from "preact/hooks";
import { Link } from "../address/link.tsx";
import { Field } from "../form/field.tsx";
import { controlId } from "../form/form.ts";

const NAME = "calendar-address";

/** An address that is shown once, to be copied, and what to do with it. */
export function SecretAddress({ address }: { readonly address: string }): JSX.Element {
  const field = useRef<HTMLInputElement>(null);
  const [told, setTold] = useState("");
  const copy = async (): Promise<void> => {
    field.current?.select();
    setTold((await copied(address)) ? "Copied." : "It is marked now: press Ctrl and C to copy it.");
  };
  return (
    <div class="wm-calendar">
      <Field name={NAME} label="Address of the calendar" error={undefined}>
        <input class="wm-field__control wm-input__control--whole" id={controlId(NAME)} ref={field} type="text" readOnly value={address} onFocus={({ currentTarget }) => { currentTarget.select(); }} />
      </Field>
      <button type="button" class="nhsuk-button wm-button" onClick={() => { void copy(); }}>Copy</button>
      <p class="wm-small" role="status">{told}</p>
      <ol class="wm-steps">
        <li>In Outlook, open your calendar and choose <strong>Add calendar</strong>, then <strong>Subscribe from web</strong>.</li>
        <li>Paste the address, give the calendar a name, and choose <strong>Import</strong>.</li>
        <li>Outlook looks for news by itself, every few hours.</li>
      </ol>
      <p>Whoever has the address sees what you may see, without signing in: give it to nobody. Should it get about, revoke it under <Link to="/my-work">My work</Link>.</p>
    </div>
  );
}

/** Whether the browser let the page copy: some do so over https only. */
async function copied(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return false;
  }
}
