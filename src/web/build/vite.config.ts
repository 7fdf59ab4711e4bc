import { fileURLToPath } from "node:url";
import { defineConfig } from "vite";
import { compressed } from "./compressed.ts";
import { documentFiles, wholeOperations } from "./documents.ts";
import { generate, listOf, webFolder } from "./generate.ts";
import { guidePages } from "./guides.ts";
import { pageAddresses } from "./page-addresses.ts";

export default defineConfig({
  root: webFolder,
  publicDir: false,
  logLevel: "warn",
  plugins: [
    { name: "waymark:operations", buildStart: generate },
    pageAddresses(),
    // For a server that answers registered operations only.
    { name: "waymark:registered", generateBundle() { this.emitFile({ type: "asset", fileName: "operations.json", source: listOf(wholeOperations(documentFiles(webFolder))) }); } },
    guidePages(),
    compressed(),
  ],
  css: { preprocessorOptions: { scss: { quietDeps: true } } },
  build: {
    outDir: fileURLToPath(new URL("../../../dist/web", import.meta.url)),
    emptyOutDir: true,
    // Nothing is written into the page or its styles: the content security policy has no place for it.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    rolldownOptions: {
      checks: { pluginTimings: false },
      // What several pages share comes in one file, which is asked for with the first: a page that waits for twenty small ones waits for twenty answers.
      output: { codeSplitting: { groups: [{ name: "shared", test: /src\/web\/|node_modules/, minShareCount: 3 }] } },
    },
  },
});
