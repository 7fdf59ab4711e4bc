import type { JSX } from "preact";
import { useAddress } from "./address/use-address.ts";
import { Frame } from "./frame/frame.tsx";
import { Outlet } from "./frame/outlet.tsx";

/** All of it: the frame, and in it the page of the address. */
export function App(): JSX.Element {
  const { path } = useAddress();
  return (
    <Frame path={path}>
      <Outlet path={path} />
    </Frame>
  );
}
