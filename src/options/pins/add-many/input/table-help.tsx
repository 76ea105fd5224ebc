import './table-help.css';
import type { AccountView } from '../../../../accounts/account';
import { keyOf, t } from '../../../../words/t';
import { downloadCsv } from '../../../download-csv';
import { columnRoles } from '../reading/column-roles';
import { sampleLines } from './sample-lines';

/** Explains the columns of a table, and offers a sample table as a download. */
export function TableHelp({ accounts }: { accounts: readonly AccountView[] }) {
  return (
    <div class="table-help">
      <button type="button" class="button" onClick={() => downloadCsv('pushpin-sample.csv', sampleLines(accounts))}>
        {t('sample_save')}
      </button>
      <details>
        <summary>{t('help_title')}</summary>
        <p class="soft small">{t('help_text')}</p>
        <dl>
          {columnRoles
            .filter((role) => role !== 'unused')
            .map((role) => (
              <div key={role}>
                <dt>{t(keyOf('column', role))}</dt>
                <dd class="soft">{t(keyOf('help', role))}</dd>
              </div>
            ))}
        </dl>
      </details>
    </div>
  );
}
