import { render } from "preact";
import { followHistory } from "./address/history.ts";
import { followLinks } from "./address/follow-links.ts";
import { App } from "./app.tsx";
import { letGoOfOld } from "./kept/kept.ts";
import { routeOf } from "./routes.ts";

const place = document.querySelector("#waymark");
if (place === null) throw new Error("The page has no place for its content.");

// On its way while all else begins; what goes wrong with it is told where it is shown.
routeOf(location.pathname)?.load().catch(() => {});
letGoOfOld(Date.now());
followHistory();
followLinks((path) => routeOf(path) !== null);
render(<App />, place);
