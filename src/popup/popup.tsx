import './popup.css';
import { openOptions } from '../platform/action-button';
import { Icon } from '../ui/icon';
import { Logo } from '../ui/logo';
import { t } from '../words/t';
import { FirstRun } from './first-run';
import { OutcomeRegion } from './outcome-region';
import { PinForm } from './pin-form';
import type { PopupState } from './popup-state';
import { RequestList } from './request-list';

/** The popup: the form, the outcome of the last gesture, and the latest requests. */
export function Popup({ state }: { state: PopupState }) {
  return (
    <>
      <header class="head">
        <Logo />
        <h1>{t('popup_title')}</h1>
        <button
          type="button"
          class="button icon-only"
          aria-label={t('options_open')}
          title={t('options_open')}
          onClick={() => openOptions()}
        >
          <Icon name="settings" />
        </button>
      </header>
      <Content state={state} />
    </>
  );
}

function Content({ state }: { state: PopupState }) {
  const { isNew, ready, requests } = state;
  const { latest, followed } = requests;
  if (isNew.value) return <FirstRun state={state} />;
  return (
    <>
      <PinForm state={state} />
      {ready.value && (
        <>
          <OutcomeRegion state={state} />
          <RequestList
            requests={latest.value}
            explained={followed.value}
            isBusy={state.busy.value !== null}
            onRepeat={state.repeat}
            onPinAgain={state.pinAgain}
            onBuildKey={state.buildKey}
            onCancel={state.cancel}
          />
        </>
      )}
    </>
  );
}
