import { boardPackListing } from "../../../domain/delivery/board-pack/store.ts";
import { boardPackKind, boardPackProgrammeKind } from "../../../domain/delivery/board-pack/table.ts";
import { recordTable } from "../record-table.ts";

export const boardPacks = recordTable({
  name: "board_packs",
  kind: boardPackKind,
  list: { filter: "BoardPackFilter", listing: boardPackListing },
  fields: ["title", "group", "meetsOn", "asOn", "entry", "entryAt", "headHash", "withdrawnOn", "withdrawReason"],
});

export const boardPackProgrammes = recordTable({
  name: "board_pack_programmes",
  kind: boardPackProgrammeKind,
  fields: ["boardPack", "programme"],
});
