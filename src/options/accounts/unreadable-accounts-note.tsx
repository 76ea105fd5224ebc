import { useEffect, useState } from 'preact/hooks';
import { Icon } from '../../ui/icon';
import { worker } from '../../ui/worker';
import { t } from '../../words/t';

/**
 * Explains that stored accounts are not listed because this version cannot read them. Shows nothing if there are none.
 */
export function UnreadableAccountsNote() {
  const [isShown, setIsShown] = useState(false);
  useEffect(() => {
    void worker('has unreadable accounts', {}).then((reply) => setIsShown(reply.ok && reply.answer));
  }, []);
  return (
    isShown && (
      <p class="note caution">
        <Icon name="alert" />
        {t('accounts_unreadable')}
      </p>
    )
  );
}
