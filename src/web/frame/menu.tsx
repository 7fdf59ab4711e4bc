import type { JSX } from "preact";
import { useEffect, useState } from "preact/hooks";
import { Link } from "../address/link.tsx";
import { isWithin, sections } from "./sections.ts";

/** The sections, side by side; on a narrow screen behind a button. */
export function Menu({ path }: { readonly path: string }): JSX.Element {
  const [isOpen, setOpen] = useState(false);
  useEffect(() => { setOpen(false); }, [path]);
  useEffect(() => {
    if (!isOpen) return;
    const close = ({ key }: KeyboardEvent): void => { if (key === "Escape") setOpen(false); };
    addEventListener("keydown", close);
    return () => { removeEventListener("keydown", close); };
  }, [isOpen]);

  return (
    <nav class="wm-menu" aria-label="Sections">
      <div class="wm-width">
        <button type="button" class="wm-menu__button" aria-expanded={isOpen} aria-controls="sections" onClick={() => { setOpen(!isOpen); }}>Menu</button>
        <ul class={isOpen ? "wm-menu__list wm-menu__list--open" : "wm-menu__list"} id="sections">
          {sections.map((section) => (
            <li key={section.to}>
              <Link class="wm-menu__link" to={section.to} current={isWithin(path, section)}>{section.name}</Link>
            </li>
          ))}
        </ul>
      </div>
    </nav>
  );
}
