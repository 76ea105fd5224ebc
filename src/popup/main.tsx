import '../ui/styles/base.css';
import '../ui/styles/controls.css';
import '../ui/styles/notes.css';
import { render } from 'preact';
import { language } from '../words/t';
import { Popup } from './popup';
import { createPopupState } from './popup-state';

document.documentElement.lang = language();
const root = document.getElementById('popup');
if (root) render(<Popup state={createPopupState()} />, root);
