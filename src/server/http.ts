import type { Server } from "node:http";
import { promisify } from "node:util";
import type { ApolloServer } from "@apollo/server";
import { Registry } from "prom-client";
import type { Allowed } from "./registered/allowed.ts";
import type { Application } from "./application.ts";
import { Answering } from "./answering/answering.ts";
import { UnderstoodQueries } from "./answering/understood-queries.ts";
import { createApollo } from "./apollo.ts";
import { listen, patientServer, type Begun } from "./start/beginning.ts";
import { calendarEndpoint } from "./endpoints/calendar-endpoint.ts";
import type { Settings } from "./settings/config.ts";
import { limitConnections } from "./limits/connections.ts";
import { Compiled } from "../api/compiled.ts";
import { Budgets } from "./cost/budgets.ts";
import { Prices } from "./cost/prices.ts";
import { downloadEndpoint } from "./endpoints/download-endpoint.ts";
import { intakeEndpoint } from "./endpoints/intake-endpoint.ts";
import { Exchanges } from "./exchange/exchanges.ts";
import { graphqlEndpoint } from "./endpoints/graphql-endpoint.ts";
import { KeptAnswers } from "./kept/kept-answers.ts";
import { LiveEndpoint } from "./live/live-endpoint.ts";
import { Upgrades } from "./live/upgrades.ts";
import type { Log } from "./log/log.ts";
import { metricsEndpoint } from "./metrics/metrics-endpoint.ts";
import type { Open } from "./metrics/measured.ts";
import { RequestMetrics } from "./metrics/request-metrics.ts";
import { MetricsReaders } from "./metrics/who-may-read.ts";
import { namesIn, registeredIn } from "./registered/registered.ts";
import { routesOf } from "./routes.ts";
import { securityTxt } from "./endpoints/security-txt.ts";
import { signInRoutes } from "./sign-in/routes.ts";
import { SignIn, type SignInLink } from "./sign-in/sign-in.ts";
import { urlOf } from "./start/url.ts";

export interface RunningServer {
  readonly url: string;
  /** Links that sign somebody in once, where the server was not told of any other way; each time new ones. */
  newLinks(): Promise<readonly SignInLink[]>;
  /** Takes no more requests and waits for those under way, ten seconds at most. Calling it again waits for the same. */
  close(): Promise<void>;
}

/** Listens as the settings say, or takes over what `beginListening` began, and answers until closed. Rejects with a StartError where it cannot listen. */
export async function startServer(application: Application, settings: Settings, log: Log, begun?: Begun): Promise<RunningServer> {
  const { limits, operations } = settings;
  const allowed: Allowed = { introspection: operations.introspection, registered: operations.onlyRegistered ? registeredIn(application.pages, operations.lists, application.schema) : null };
  const httpServer = begun?.httpServer ?? patientServer(settings);
  limitConnections(httpServer, limits, settings.signIn.trustedProxies);
  const here = (): string => urlOf(settings.host, httpServer.address());
  const signIn = new SignIn({ access: application.access, settings, log, base: () => settings.signIn.publicUrl ?? here() });
  signIn.refuseUnguarded();
  const exchanges = new Exchanges();
  const budgets = new Budgets(limits);
  const requests = new Registry();
  const prices = new Prices(application.schema, limits, budgets);
  const kept = new KeptAnswers(application.schema, settings.keptBytes);
  const answering = new Answering({ limits, prices, kept, compiled: new Compiled(application.schema) });
  const metrics = new RequestMetrics(requests, namesIn(application.pages, operations.lists));
  const apollo = createApollo({ schema: application.schema, limits, allowed, log, exchanges, answering, kept, httpServer });
  await apollo.start();

  let closing: Promise<void> | undefined;
  const upgrades = new Upgrades();
  const live = new LiveEndpoint({ apollo, application, exchanges, budgets, signIn, upgrades, limits, log, metrics });
  const understood = new UnderstoodQueries({ answering, kept, log });
  const graphql = graphqlEndpoint({ apollo, application, signIn, exchanges, budgets, understood, live, limits, log, metrics });
  const downloads = downloadEndpoint({ application, signIn, budgets, limits, log, metrics });
  const calendars = calendarEndpoint({ application, signIn, budgets, limits, log, metrics });
  const intakes = intakeEndpoint({ application, signIn, budgets, limits, log, metrics });
  const open = async (): Promise<Open> => ({ ...live.streams.held(), connections: await connectionsOf(httpServer), kept: kept.counts() });
  const readers = new MetricsReaders(settings.metrics, limits.failedSignIns);
  const readiness: Application["readiness"] = () =>
    closing === undefined ? application.readiness() : { ready: false, reason: "The server is stopping." };
  const routes = routesOf({ graphql, readiness, securityTxt: securityTxt(settings.securityContact, () => signIn.base()), metrics: metricsEndpoint({ application, readers, requests, open }), exampleQuery: application.exampleQuery, pages: application.pages, signIn: signInRoutes(signIn), allowedOrigins: settings.allowedOrigins, downloads, calendars, intakes, trustedProxies: settings.signIn.trustedProxies, log });
  if (begun !== undefined) httpServer.off("request", begun.answer);
  httpServer.on("request", routes);
  upgrades.listen(httpServer, routes);

  try {
    if (begun === undefined) await listen(httpServer, settings);
  } catch (error) {
    await live.close();
    await apollo.stop();
    throw error;
  }
  return {
    url: here(),
    newLinks: () => signIn.newLinks(),
    close: () => (closing ??= stop(live, apollo)),
  };
}

/** Whoever follows is told to come back; who only asks is answered. */
async function stop(live: LiveEndpoint, apollo: ApolloServer): Promise<void> {
  await live.close();
  await apollo.stop();
}

async function connectionsOf(server: Server): Promise<number> {
  return promisify(server.getConnections.bind(server))();
}
