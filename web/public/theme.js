/** Sets the chosen theme before the first paint; a file of its own because inline scripts are not allowed. */
const chosen = localStorage.getItem('nima.theme');
if (chosen === 'light' || chosen === 'dark') document.documentElement.dataset.theme = chosen;
