import type { JSX } from "preact";
import { useEffect, useState } from "preact/hooks";
import type { Page, PathParts } from "../address/page-type.ts";
import { routeOf } from "../routes.ts";
import { NotFound } from "../states/not-found.tsx";
import { Waiting } from "../states/waiting.tsx";
import { NotLoaded } from "../states/not-loaded.tsx";
import { Guard } from "./guard.tsx";

interface Shown {
  readonly path: string;
  readonly page: Page;
  readonly parts: PathParts;
}

/** The page of a path. Until another has been loaded, the one before stays. */
export function Outlet({ path }: { readonly path: string }): JSX.Element {
  const [shown, setShown] = useState<Shown | null>(null);
  const [failed, setFailed] = useState<string | null>(null);
  const [round, setRound] = useState(0);

  useEffect(() => {
    let isWanted = true;
    const show = async (): Promise<void> => {
      const { load, parts } = routeOf(path) ?? { load: null, parts: {} };
      try {
        const page = (await load?.())?.default;
        if (isWanted && page !== undefined) setShown({ path, page, parts });
      } catch {
        if (isWanted) setFailed(path);
      }
    };
    void show();
    return () => { isWanted = false; };
  }, [path, round]);

  if (routeOf(path) === null) return <NotFound />;
  if (failed === path) return <NotLoaded tryAgain={() => { setFailed(null); setRound(round + 1); }} />;
  if (shown === null) return <Waiting what="the page" />;
  return (
    <div aria-busy={shown.path !== path}>
      <Guard key={shown.path}>
        <shown.page parts={shown.parts} />
      </Guard>
    </div>
  );
}
