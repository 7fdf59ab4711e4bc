import type { Asker } from "../application.ts";
import { neighbourhood } from "./neighbourhood.ts";
import type { Arrived } from "./arrived.ts";

/** Who a request counts for: an account or a key from wherever it comes, or the address from which nobody signed in. */
export function clientOf(request: Arrived, asker: Asker | null | undefined): string {
  return asker?.holderId ?? neighbourhood(request.ip ?? "");
}
