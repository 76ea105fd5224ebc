/**
 * The longest time that a test of the built extension waits for one thing, in ms. It only decides when a test gives up
 * on something that never comes: on a busy machine, things that take milliseconds may take seconds.
 */
export const maxWaitMs = 15_000;
