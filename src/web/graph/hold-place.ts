/** Heights of the window at which somebody may be reading. */
const READ_AT = [0.25, 0.5, 0.75, 0.1, 0.9];

/**
 * Remembers what somebody is reading and where they stand with the keyboard. What it gives puts both back, once the page has changed:
 * what was read is where it was in the window, and whoever stood at something that has gone stands at what held it.
 */
export function holdPlace(): () => void {
  const { activeElement } = document;
  const around = chain(activeElement);
  // At the very top, whatever comes in above is what there is to see.
  const marks = scrollY === 0 ? [] : markedBy([activeElement, ...READ_AT.map((height) => document.elementFromPoint(innerWidth / 2, innerHeight * height))]);
  return () => {
    const mark = marks.find(({ element }) => element.isConnected);
    if (mark !== undefined) scrollBy({ top: mark.element.getBoundingClientRect().top - mark.top, behavior: "instant" });
    if (activeElement?.isConnected === false) standAt(around.find((element) => element.isConnected));
  };
}

interface Mark {
  readonly element: Element;
  readonly top: number;
}

function markedBy(elements: readonly (Element | null)[]): Mark[] {
  return elements.flatMap((element) => {
    if (element === null || element === document.body) return [];
    const { top, bottom } = element.getBoundingClientRect();
    return bottom > 0 && top < innerHeight ? [{ element, top }] : [];
  });
}

function chain(element: Element | null): HTMLElement[] {
  const parent = element?.parentElement ?? null;
  return parent === null ? [] : [parent, ...chain(parent)];
}

function standAt(element: HTMLElement | undefined): void {
  if (element === undefined || element === document.body) return;
  if (!element.hasAttribute("tabindex")) element.tabIndex = -1;
  element.focus({ preventScroll: true });
}
