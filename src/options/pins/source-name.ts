import { t } from '../../words/t';

/** What a run or a review is called: its file, or that it was pasted. */
export const sourceName = (name: string): string => name || t('bulk_pasted');
