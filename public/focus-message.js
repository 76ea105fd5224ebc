// Puts the focus into the text box of the popup before its styles and its script are loaded.
document.getElementById('message')?.focus();
