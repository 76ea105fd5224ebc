import { t } from '../../words/t';

/** Returns the title of a run or a review: the name of its file, or a text for pasted input. */
export const sourceName = (name: string): string => name || t('bulk_pasted');
