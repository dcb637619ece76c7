/** The window's theme follows the system, live; the tokens read it from an attribute. */

export function followSystemTheme() {
  const dark = window.matchMedia('(prefers-color-scheme: dark)');
  const apply = () => setTheme(dark.matches ? 'dark' : 'light');
  dark.addEventListener('change', apply);
  apply();
}

export function setTheme(theme: 'light' | 'dark') {
  document.documentElement.dataset.theme = theme;
}
