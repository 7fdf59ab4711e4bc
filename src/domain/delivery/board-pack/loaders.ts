import { many, one } from "../../../api/loaders.ts";
import { boardPackProgrammes, boardPacks } from "./table.ts";

export const boardPackById = one(boardPacks);
export const programmesOfBoardPack = many(boardPackProgrammes, boardPackProgrammes.boardPackId);
