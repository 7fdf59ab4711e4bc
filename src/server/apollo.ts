import type { Server } from "node:http";
import { ApolloServer } from "@apollo/server";
import {
  ApolloServerPluginCacheControlDisabled,
  ApolloServerPluginInlineTraceDisabled,
  ApolloServerPluginLandingPageDisabled,
  ApolloServerPluginSchemaReportingDisabled,
  ApolloServerPluginUsageReportingDisabled,
} from "@apollo/server/plugin/disabled";
import { ApolloServerPluginDrainHttpServer } from "@apollo/server/plugin/drainHttpServer";
import type { GraphQLSchema } from "graphql";
import type { Allowed } from "./allowed.ts";
import type { Budgets } from "./cost/budgets.ts";
import { costPlugin } from "./cost/cost-plugin.ts";
import { exchangePlugin, type Exchanges } from "./exchange-plugin.ts";
import { RegisteredByHash } from "./registered-by-hash.ts";
import { limitsPlugin } from "./limits-plugin.ts";
import type { Limits } from "./limits.ts";
import type { Log } from "./log.ts";
import { tellErrors } from "./tell-errors.ts";

/** How long requests under way are waited for when the server stops. */
const graceMilliseconds = 10_000;

/** How many mistakes in a document are told: nobody reads more at once, and each takes its time to find. */
const mostErrors = 20;

export interface ApolloParts {
  readonly schema: GraphQLSchema;
  readonly limits: Limits;
  readonly allowed: Allowed;
  readonly log: Log;
  readonly exchanges: Exchanges;
  readonly budgets: Budgets;
  readonly httpServer: Server;
}

/** Apollo Server, guarded: it reports to nobody, tells nothing of the schema in errors, and behaves the same whatever NODE_ENV is. */
export function createApollo({ schema, limits, allowed, log, exchanges, budgets, httpServer }: ApolloParts): ApolloServer {
  return new ApolloServer({
    schema,
    nodeEnv: "production",
    introspection: allowed.introspection,
    ...(allowed.registered === null ? {} : { persistedQueries: { cache: new RegisteredByHash(allowed.registered) } }),
    csrfPrevention: true,
    allowBatchedHttpRequests: false,
    stopOnTerminationSignals: false,
    includeStacktraceInErrorResponses: false,
    hideSchemaDetailsFromClientErrors: true,
    parseOptions: { maxTokens: limits.tokens },
    validationOptions: { hideSuggestions: true, maxErrors: mostErrors },
    logger: log,
    formatError: tellErrors({ limits, log, exchanges }),
    plugins: [
      limitsPlugin(limits, allowed),
      costPlugin({ schema, limits, budgets, exchanges }),
      exchangePlugin(exchanges),
      ApolloServerPluginDrainHttpServer({ httpServer, stopGracePeriodMillis: graceMilliseconds }),
      ApolloServerPluginCacheControlDisabled(),
      ApolloServerPluginInlineTraceDisabled(),
      ApolloServerPluginLandingPageDisabled(),
      ApolloServerPluginSchemaReportingDisabled(),
      ApolloServerPluginUsageReportingDisabled(),
    ],
  });
}
