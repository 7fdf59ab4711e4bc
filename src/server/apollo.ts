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
import type { Allowed } from "./registered/allowed.ts";
import type { Answering } from "./answering/answering.ts";
import { answeringPlugin } from "./answering/answering-plugin.ts";
import type { Exchanges } from "./exchange/exchanges.ts";
import { introspectionPlugin } from "./limits/introspection.ts";
import type { KeptAnswers } from "./kept/kept-answers.ts";
import { answerText } from "./sending/answer-text.ts";
import { RegisteredByHash } from "./registered/registered-by-hash.ts";
import { limitsPlugin } from "./limits/limits-plugin.ts";
import type { Limits } from "./limits/limits.ts";
import type { Log } from "./log/log.ts";
import { tellErrors } from "./errors/tell-errors.ts";

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
  readonly answering: Answering;
  readonly kept: KeptAnswers;
  readonly httpServer: Server;
}

/** Apollo Server, guarded: it reports to nobody, tells nothing of the schema in errors, and behaves the same whatever NODE_ENV is. */
export function createApollo({ schema, limits, allowed, log, exchanges, answering, kept, httpServer }: ApolloParts): ApolloServer {
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
    stringifyResult: (answer) => answerText(answer, kept),
    formatError: tellErrors({ limits, log, exchanges }),
    plugins: [
      limitsPlugin(limits, allowed),
      answeringPlugin(exchanges, answering),
      introspectionPlugin(schema, limits),
      ApolloServerPluginDrainHttpServer({ httpServer, stopGracePeriodMillis: graceMilliseconds }),
      ApolloServerPluginCacheControlDisabled(),
      ApolloServerPluginInlineTraceDisabled(),
      ApolloServerPluginLandingPageDisabled(),
      ApolloServerPluginSchemaReportingDisabled(),
      ApolloServerPluginUsageReportingDisabled(),
    ],
  });
}
