import '../ui/styles/base.css';
import '../ui/styles/controls.css';
import './options.css';
import './pins/progress.css';
import './pins/pins.css';
import { render } from 'preact';
import { language, t } from '../words/t';
import { openAccountsState } from './accounts/accounts-state';
import { Options } from './options';
import { openPins } from './pins/pins-state';

document.documentElement.lang = language();
document.title = t('options_title');
const place = document.getElementById('options');
const accounts = openAccountsState(location.hash);
if (place) render(<Options state={accounts} pins={openPins(accounts)} view={location.hash} />, place);
