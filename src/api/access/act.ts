/** Every act by its name, `milestone:plan`: the table of permissions declares them, and nothing is done, asked for or imported under a name that it does not know. */
export interface Acts {}

/** The name of an act. */
export type Act = keyof Acts;
