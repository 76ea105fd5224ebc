import { t } from '../words/t';

/** The parts of the options. Every other hash is about the accounts, see `openOptions`. */
export type View = 'accounts' | 'pins' | 'settings';

export const viewOfHash = (hash: string): View =>
  hash === '#pins' ? 'pins' : hash === '#settings' ? 'settings' : 'accounts';

/** The links between them. */
export function Views({ current }: { current: View }) {
  const link = (view: View, words: string) => (
    <a href={`#${view}`} aria-current={view === current ? 'page' : undefined}>
      {words}
    </a>
  );
  return (
    <nav class="views" aria-label={t('views_label')}>
      {link('accounts', t('accounts_title'))}
      {link('pins', t('pins_title'))}
      {link('settings', t('settings_title'))}
    </nav>
  );
}
