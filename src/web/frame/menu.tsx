import type { JSX } from "preact";
import { useEffect, useId, useState } from "preact/hooks";
import { Link } from "../address/link.tsx";
import { isWithin, moreSections, sections, type Section } from "./sections.ts";

/** The sections, side by side, the rarer ones behind "More"; on a narrow screen all behind one button. */
export function Menu({ path }: { readonly path: string }): JSX.Element {
  const [open, setOpen] = useState<"nothing" | "all" | "more">("nothing");
  const [all, more] = [useId(), useId()];
  useEffect(() => { setOpen("nothing"); }, [path]);
  useEffect(() => {
    if (open === "nothing") return;
    const close = ({ key }: KeyboardEvent): void => { if (key === "Escape") setOpen("nothing"); };
    addEventListener("keydown", close);
    return () => { removeEventListener("keydown", close); };
  }, [open]);

  return (
    <nav class={`wm-menu wm-menu--${open}`} aria-label="Sections">
      <div class="wm-width">
        <button type="button" class="wm-menu__button wm-menu__button--all" aria-expanded={open === "all"} aria-controls={all} onClick={() => { setOpen(open === "all" ? "nothing" : "all"); }}>Menu</button>
        <ul class="wm-menu__list" id={all}>
          {sections.map((section) => <Item key={section.to} section={section} path={path} />)}
          <li class="wm-menu__more">
            <button type="button" class="wm-menu__button" aria-expanded={open === "more"} aria-controls={more} onClick={() => { setOpen(open === "more" ? "nothing" : "more"); }}>More</button>
            <ul class="wm-menu__rest" id={more}>{moreSections.map((section) => <Item key={section.to} section={section} path={path} />)}</ul>
          </li>
        </ul>
      </div>
    </nav>
  );
}

function Item({ section, path }: { readonly section: Section; readonly path: string }): JSX.Element {
  return <li><Link class="wm-menu__link" to={section.to} current={isWithin(path, section)}>{section.name}</Link></li>;
}
