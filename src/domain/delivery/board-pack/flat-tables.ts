import type { FlatTable } from "../../../api/spreadsheet/flat-table.ts";
import { boardPackListing } from "./store.ts";
import { boardPackKind, boardPackProgrammeKind } from "./table.ts";

export const boardPackFlatTables: readonly FlatTable[] = [
  {
    name: "board_packs",
    kind: boardPackKind,
    list: { filter: "BoardPackFilter", listing: boardPackListing },
    fields: ["title", "group", "meetsOn", "asOn", "entry", "entryAt", "headHash", "withdrawnOn", "withdrawReason"],
  },
  {
    name: "board_pack_programmes",
    kind: boardPackProgrammeKind,
    fields: ["boardPack", "programme"],
  },
];
