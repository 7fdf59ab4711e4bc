import { existsSync } from "node:fs";

/** Where a Chromium may be; `CHROMIUM` names another. The one without a window of its own does the same in half the time. */
const PLACES = [process.env["CHROMIUM"] ?? "", "/usr/bin/chromium-headless-shell", "/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"];

/** The path of a Chromium, if there is one. */
export const chromiumPath = PLACES.find((path) => path !== "" && existsSync(path));
