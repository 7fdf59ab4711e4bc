import { useEffect, useState } from "preact/hooks";
import { currentLive, onLive, type Live } from "./state.ts";

/** Whether the page follows what is done elsewhere, followed as that changes. */
export function useLive(): Live {
  const [live, setLive] = useState(currentLive);
  useEffect(() => {
    // It may have changed between the first look and now.
    setLive(currentLive());
    return onLive(() => { setLive(currentLive()); });
  }, []);
  return live;
}
