import './table-columns.css';
import { useRef } from 'preact/hooks';
import { Icon } from '../../../../ui/icon';
import { keyOf, language, t } from '../../../../words/t';
import { ProgressBar } from '../../progress-bar';
import type { AddManyState } from '../add-many-state';
import { type ColumnRole, columnRoles, type TableColumn } from '../reading/column-roles';

/** The maximum number of unused columns that are not collapsed. */
const maxUnusedShown = 6;
/** The number of column names in a warning. */
const maxNamesInWarning = 6;

/** Shows the role of each column of the table, which the user can change. */
export function TableColumns({ state }: { state: AddManyState }) {
  const { columns, isRereading, progress, setRole } = state;
  /** Columns whose role the user chose need no warning. */
  const chosen = useRef(new Set<number>());
  if (!columns.value) return null;
  const all = columns.value.map((column, index) => ({ ...column, index }));
  const doubtful = all.filter(({ isUnknown, index }) => isUnknown && !chosen.current.has(index));
  const unused = all.filter(({ role, index }) => role === 'unused' && !chosen.current.has(index));
  // Columns with a warning stay visible.
  const withoutWarning = unused.filter((column) => !doubtful.includes(column));
  const foldable = unused.length - withoutWarning.length > maxUnusedShown ? unused : withoutWarning;
  const folded = unused.length > maxUnusedShown ? foldable : [];
  const tilesOf = (visibleColumns: readonly Numbered[]) => (
    <ul class="column-tiles" style={`--count: ${visibleColumns.length}`}>
      {visibleColumns.map((column) => (
        <Column
          key={column.index}
          column={column}
          isDoubtful={doubtful.includes(column)}
          onChange={(role) => {
            const isAccepted = setRole(column.index, role);
            if (isAccepted) chosen.current.add(column.index);
            return isAccepted;
          }}
        />
      ))}
    </ul>
  );

  return (
    <section class="columns" aria-labelledby="columns-title">
      <h3 id="columns-title">{t('columns_title')}</h3>
      <Warnings columns={doubtful} />
      {tilesOf(all.filter((column) => !folded.includes(column)))}
      {folded.length > 0 && (
        <details>
          <summary>{t('columns_unused_more', folded.length.toLocaleString(language()))}</summary>
          {tilesOf(folded)}
        </details>
      )}
      {isRereading.value && <ProgressBar aria-label={t('columns_reading')} max={1} value={progress.value.part} />}
    </section>
  );
}

interface Numbered extends TableColumn {
  index: number;
}

const nameOf = ({ name, index }: Numbered): string =>
  name || t('columns_number', (index + 1).toLocaleString(language()));

function Warnings({ columns }: { columns: readonly Numbered[] }) {
  const unused = columns.filter(({ role }) => role === 'unused');
  const used = columns.filter(({ role }) => role !== 'unused');
  return (
    <div class="column-warnings" role="status">
      {unused.length > 0 && <Warning words={t('columns_unknown', listed(unused))} />}
      {used.length > 0 && <Warning words={t('columns_doubtful', listed(used))} />}
    </div>
  );
}

const Warning = ({ words }: { words: string }) => (
  <p class="note caution">
    <Icon name="alert" />
    {words}
  </p>
);

/** Returns the first names, such as `“Operation”, “Expires in”`, followed by the number of the others. */
function listed(columns: readonly Numbered[]): string {
  const names = columns.slice(0, maxNamesInWarning).map((column) => t('columns_quoted', nameOf(column)));
  const more = columns.length - names.length;
  const words = names.join(', ');
  return more > 0 ? t('columns_more', words, more.toLocaleString(language())) : words;
}

interface ColumnProps {
  column: Numbered;
  isDoubtful: boolean;
  /** Returns false if the role cannot be changed now. */
  onChange(role: ColumnRole): boolean;
}

function Column({ column, isDoubtful, onChange }: ColumnProps) {
  const { role, sample, index } = column;
  // Another column has the same meaning, so the user has to choose "Not used" too.
  const isOpen = column.rivalFor !== null && column.isUnknown;
  const id = `column-${index}`;
  const isUsed = role !== 'unused';
  return (
    <li class={isUsed ? 'column-tile' : 'column-tile unused'}>
      <label for={id}>
        {isDoubtful && <Icon name="alert" />}
        {nameOf(column)}
      </label>
      <p class="soft small column-sample" id={`${id}-sample`}>
        {sample && t('columns_quoted', sample)}
      </p>
      <select
        id={id}
        class="control"
        aria-describedby={sample ? `${id}-sample` : undefined}
        value={isOpen ? '' : role}
        onChange={({ currentTarget }) => {
          const isAccepted = currentTarget.value !== '' && onChange(currentTarget.value as ColumnRole);
          if (!isAccepted) currentTarget.value = isOpen ? '' : role;
        }}
      >
        {isOpen && <option value="">{t('editor_choose')}</option>}
        {columnRoles.map((each) => (
          <option key={each} value={each}>
            {t(keyOf('column', each))}
          </option>
        ))}
      </select>
    </li>
  );
}
