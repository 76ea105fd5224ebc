import './view-links.css';
import { t } from '../words/t';

/** The views of the options page. */
export type OptionsView = 'accounts' | 'pins' | 'settings';

/** Returns the view for a hash of the page. All requests (see `openOptions`) belong to the accounts. */
export const viewOfHash = (hash: string): OptionsView =>
  hash === '#pins' ? 'pins' : hash === '#settings' ? 'settings' : 'accounts';

/** The links to the views. */
export function ViewLinks({ current }: { current: OptionsView }) {
  const link = (view: OptionsView, label: string) => (
    <a href={`#${view}`} aria-current={view === current ? 'page' : undefined}>
      {label}
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
