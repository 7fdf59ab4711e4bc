import { useEffect, useState } from "preact/hooks";
import type { Address } from "./address.ts";
import { currentAddress, onAddress } from "./history.ts";

/** The address of the page, followed as it changes. */
export function useAddress(): Address {
  const [address, setAddress] = useState(currentAddress);
  useEffect(() => {
    // It may have changed between the first look and now.
    setAddress(currentAddress());
    return onAddress(() => { setAddress(currentAddress()); });
  }, []);
  return address;
}
