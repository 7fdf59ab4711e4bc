import { Router, type ErrorRequestHandler, type Request, type Response } from "express";
import { LedgerFault } from "../../ledger/fault.ts";
import { newReference } from "../exchange/exchange.ts";
import { logFault } from "../log/fault-log.ts";
import { begun, errandSeconds, placeHere, read, written } from "./errand-cookie.ts";
import { IssuerUnavailable, type Issuer } from "./issuer.ts";
import { localIssuer } from "./links.ts";
import { button, link, list, paragraph, sendPage } from "./pages.ts";
import { isOurs } from "./same-origin.ts";
import { isSame } from "./secret.ts";
import type { SignIn } from "./sign-in.ts";

/** The pages on which people sign in and out. */
export function signInRoutes(signIn: SignIn): Router {
  const routes = Router();
  routes.use(["/sign-in", "/sign-out"], (_request, response, next) => {
    response.setHeader("cache-control", "no-store");
    next();
  });
  routes.get("/sign-in", async (request, response) => { await choose(signIn, request, response); });
  routes.get("/sign-in/link/:secret", async (request, response) => { await useLink(signIn, request, response, request.params.secret); });
  routes.get("/sign-in/:name", async (request, response, next) => {
    const issuer = signIn.issuers.find(({ settings }) => settings.name === request.params.name);
    if (issuer === undefined) next();
    else await answering(signIn, issuer, response, () => leave(signIn, issuer, request, response));
  });
  routes.get("/sign-in/:name/callback", async (request, response, next) => {
    const issuer = signIn.issuers.find(({ settings }) => settings.name === request.params.name);
    if (issuer === undefined) next();
    else await answering(signIn, issuer, response, () => comeBack(signIn, issuer, request, response));
  });
  routes.post("/sign-out", async (request, response) => { await signOut(signIn, request, response); });
  routes.use(notNow(signIn));
  return routes;
}

async function choose(signIn: SignIn, request: Request, response: Response): Promise<void> {
  if (await signIn.isSignedIn(request)) {
    sendPage(response, { title: "You are signed in", body: [link("/", "Go on"), button("/sign-out", "Sign out")] });
    return;
  }
  const to = placeHere(queryOf(request).get("to"));
  const there = to === "/" ? "" : `?to=${encodeURIComponent(to)}`;
  const ways = signIn.issuers.map(({ settings: { name, title } }) => link(`/sign-in/${name}${there}`, `Sign in with ${title}`));
  const none = signIn.isUnconfigured() ? "Use one of the links that were printed where this server was started. Each works once." : "Nobody signs in with a browser here. Programs send a key.";
  sendPage(response, { title: "Sign in", body: ways.length === 0 ? [paragraph(none)] : [list(ways)] });
}

async function leave(signIn: SignIn, issuer: Issuer, request: Request, response: Response): Promise<void> {
  const errand = begun(issuer.settings.name, placeHere(queryOf(request).get("to")));
  const address = await issuer.signInUrl(errand, callbackOf(signIn, issuer));
  signIn.cookies.set(response, "waymark-signing-in", written(errand), errandSeconds);
  response.redirect(303, address.href);
}

async function comeBack(signIn: SignIn, issuer: Issuer, request: Request, response: Response): Promise<void> {
  const errand = read(signIn.cookies.read(request, "waymark-signing-in"));
  const answer = new URL(callbackOf(signIn, issuer));
  answer.search = queryOf(request).toString();
  if (errand?.issuer !== issuer.settings.name || !isSame(errand.state, answer.searchParams.get("state") ?? "")) {
    sendPage(response, { status: 400, title: "You are not signed in yet", body: [paragraph("This sign-in was begun in another browser or too long ago. Begin it again."), link("/sign-in", "Sign in")] });
    return;
  }
  signIn.cookies.clear(response, "waymark-signing-in");
  await signIn.begin(request, response, await issuer.personAt(answer, errand), issuer.settings.name);
  response.redirect(303, errand.to);
}

/** A person who cannot be signed in is told so on a page, with what to do; why, is for the log. */
async function answering(signIn: SignIn, issuer: Issuer, response: Response, work: () => Promise<void>): Promise<void> {
  const { name, title } = issuer.settings;
  try {
    await work();
  } catch (error) {
    if (error instanceof LedgerFault) throw error;
    const reference = newReference();
    signIn.log.warn({ reference, issuer: name, error: error instanceof Error ? error.name : typeof error, code: codeOf(error) }, "sign-in failed");
    const isAway = error instanceof IssuerUnavailable || error instanceof TypeError;
    sendPage(response, {
      status: isAway ? 503 : 403,
      title: "You are not signed in yet",
      body: [
        paragraph(isAway ? `${title} does not answer just now. Try again in a moment.` : `${title} did not let you in, or its answer could not be taken. Try again; if it happens again, tell whoever runs this server the reference ${reference}.`),
        link("/sign-in", "Sign in"),
      ],
    });
  }
}

/** Where the storage of sign-ins does not do what it should, a person is told so on a page: nobody is signed in or out by half. */
function notNow({ log }: SignIn): ErrorRequestHandler {
  return (error: unknown, _request, response, next) => {
    if (!(error instanceof LedgerFault) || response.headersSent) {
      next(error);
      return;
    }
    logFault(log, newReference(), error);
    response.setHeader("retry-after", "2");
    sendPage(response, { status: 503, title: "This cannot be done just now", body: [paragraph("Nobody can be signed in or out here for the moment, as the place where sign-ins are kept does not answer. You are signed in, or not, as you were. Try again in a moment."), link("/sign-in", "Sign in")] });
  };
}

async function useLink(signIn: SignIn, request: Request, response: Response, secret: string): Promise<void> {
  const attempt = signIn.throttle.attempt(request.ip);
  if ("waitSeconds" in attempt) {
    response.setHeader("retry-after", String(attempt.waitSeconds));
    sendPage(response, { status: 429, title: "Wait a minute", body: [paragraph("Too many sign-ins from your address have failed. Wait a minute, then try again.")] });
    return;
  }
  // A look at the head of the page, as some programs take, is not yet using it.
  const subject = request.method === "GET" && signIn.isUnconfigured() ? await signIn.links.use(secret) : null;
  const person = signIn.access.localPeople().find((local) => local.subject === subject);
  if (person === undefined) {
    sendPage(response, { status: 403, title: "This link does not work", body: [paragraph("It was used before, or is older than half an hour. Start the server again for new links.")] });
    return;
  }
  attempt.succeeded();
  const { label, ...local } = person;
  await signIn.begin(request, response, { ...local, issuer: localIssuer, displayName: `Local ${label}` }, localIssuer);
  response.redirect(303, "/");
}

async function signOut(signIn: SignIn, request: Request, response: Response): Promise<void> {
  if (!isOurs(request, signIn.base())) {
    sendPage(response, { status: 403, title: "You are still signed in", body: [paragraph("This was sent from a page of another site. Sign out here."), button("/sign-out", "Sign out")] });
    return;
  }
  const issuer = await signIn.end(request, response);
  // What was typed on the pages and not saved is kept in the browser: whoever signs out leaves nothing of it behind.
  response.setHeader("clear-site-data", `"storage"`);
  const there = await issuer?.signOutUrl(`${signIn.base()}/sign-in`).catch(() => null);
  if (there === null || there === undefined) {
    response.redirect(303, "/sign-in");
    return;
  }
  // A page, not a redirect: browsers hold a form to where it was sent first.
  response.setHeader("refresh", `0; url=${there.href}`);
  sendPage(response, { title: "You are signed out", body: [paragraph(`Sign out of ${issuer?.settings.title ?? "it"} too:`), link(there.href, "Go on")] });
}

function callbackOf(signIn: SignIn, { settings: { name } }: Issuer): string {
  return `${signIn.base()}/sign-in/${name}/callback`;
}

function queryOf(request: Request): URLSearchParams {
  const start = request.originalUrl.indexOf("?");
  return new URLSearchParams(start === -1 ? "" : request.originalUrl.slice(start));
}

function codeOf(error: unknown): string | undefined {
  if (!(error instanceof Error) || !("code" in error) || typeof error.code !== "string") return undefined;
  // What the issuer itself sends may hold anything.
  return /^[\w.-]{1,80}$/.test(error.code) ? error.code : "other";
}
