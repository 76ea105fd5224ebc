import '../ui/styles/base.css';
import '../ui/styles/controls.css';
import './options.css';
import { render } from 'preact';
import { language, t } from '../platform/words';
import { openAccountsState } from './accounts-state';
import { Options } from './options';

document.documentElement.lang = language();
document.title = t('options_title');
const place = document.getElementById('options');
if (place) render(<Options state={openAccountsState(location.hash)} view={location.hash} />, place);
