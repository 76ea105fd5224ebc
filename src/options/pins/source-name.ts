import { t } from '../../words/t';

/** Returns the title of a run or a review: the name of its file, or that it was pasted. */
export const sourceName = (name: string): string => name || t('bulk_pasted');
