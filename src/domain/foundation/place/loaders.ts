import { one } from "../../../api/loaders.ts";
import { places } from "./table.ts";

export const placeById = one(places);
