'use strict';
(() => {
    const errors = [];
    const note = (text) => {
        errors.push(text);
        document.body.dataset.scriptErrors = errors.join(' | ');
    };
    window.onerror = (message, source, line, column) => note(`${message} at ${line}:${column}`);
    document.addEventListener('securitypolicyviolation', (event) => note(`blocked: ${event.violatedDirective}`));

    // Before anything is painted, so that a dark room stays dark.
    let chosen = null;
    try {
        chosen = localStorage.getItem('twinslice-theme');
    } catch (refused) {
        chosen = null;
    }
    const dark = window.matchMedia('(prefers-color-scheme: dark)').matches;
    document.documentElement.dataset.theme = chosen === 'dark' || chosen === 'light' ? chosen : dark ? 'dark' : 'light';
})();
