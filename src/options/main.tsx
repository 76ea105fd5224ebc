import '../ui/styles/base.css';
import '../ui/styles/controls.css';
import '../ui/styles/notes.css';
import { render } from 'preact';
import { language, t } from '../words/t';
import { createAccountsState } from './accounts/accounts-state';
import { Options } from './options';
import { createOptionsLocation } from './options-location';
import { createPinsState } from './pins/pins-state';

document.documentElement.lang = language();
document.title = t('options_title');
const root = document.getElementById('options');
const location = createOptionsLocation();
const accounts = createAccountsState(location.request);
if (root) render(<Options accounts={accounts} pins={createPinsState(accounts)} location={location} />, root);
