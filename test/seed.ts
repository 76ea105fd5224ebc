/**
 * The seed of every random test. The same each time on a CI server, so that a change is never refused for a case that it
 * has nothing to do with; random by hand. `SEED=…` plays a case again.
 */
export const seed = Number(process.env.SEED ?? (process.env.CI ? 1 : Math.floor(Math.random() * 2 ** 31)));
