import type { Fixture } from './fixture.ts';
import { periskopeFixture } from './periskope-fixture.ts';
import { zApiFixture } from './z-api-fixture.ts';

/** The fixture of every provider, by its id. */
export const fixtures: Readonly<Record<string, Fixture>> = { 'z-api': zApiFixture, periskope: periskopeFixture };
