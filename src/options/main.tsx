import '../ui/styles/base.css';
import '../ui/styles/controls.css';
import '../ui/styles/notes.css';
import './options.css';
import './pins/progress.css';
import './pins/pins.css';
import { render } from 'preact';
import { language, t } from '../words/t';
import { createAccountsState } from './accounts/accounts-state';
import { Options } from './options';
import { createPinsState } from './pins/pins-state';

document.documentElement.lang = language();
document.title = t('options_title');
const place = document.getElementById('options');
const accounts = createAccountsState(location.hash);
if (place) render(<Options state={accounts} pins={createPinsState(accounts)} view={location.hash} />, place);
