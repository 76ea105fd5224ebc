import { benchRows } from './bench-rows.ts';

console.log(`${benchRows.length} rows`);
