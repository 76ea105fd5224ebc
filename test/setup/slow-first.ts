import { BaseSequencer, type TestSpecification } from 'vitest/node';

/** Files that take long for their size: they wait for time-outs, start Chromium twice, lint the build, or scan many screens. */
const slowFiles = [
  'failure-without-an-answer',
  'failure-is-waited-out',
  'worker-dies-in-a-run',
  'browser-is-killed-in-a-run',
  'package-passes-the-linter',
  'accessible-popup',
  'accessible-options',
  'accessible-pins',
];

const isSlow = ({ moduleId }: TestSpecification): boolean => slowFiles.some((name) => moduleId.includes(`/${name}.`));

/**
 * Begins with the files that take longest, so that none of them runs alone at the end. Vitest knows the durations only
 * from an earlier run; on a fresh clone it goes by size.
 */
export class SlowFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const sorted = await super.sort(files);
    return [...sorted.filter(isSlow), ...sorted.filter((file) => !isSlow(file))];
  }
}
