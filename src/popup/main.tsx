import '../ui/styles/base.css';
import '../ui/styles/controls.css';
import '../ui/styles/notes.css';
import { render } from 'preact';
import { language } from '../words/t';
import { Popup } from './popup';
import { createPopupState } from './popup-state';

document.documentElement.lang = language();
const root = document.getElementById('popup');
const state = createPopupState();
// The page's own text box has accepted typing since the page was loaded, and becomes the one of the form.
const typedText = root?.querySelector('textarea')?.value;
if (typedText) state.edit({ message: typedText });
if (root) render(<Popup state={state} />, root);
